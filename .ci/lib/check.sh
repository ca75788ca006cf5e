# shellcheck shell=bash
# Settings and functions that the scripts in .ci/checks share. Each of them sources this file first.
#
# It gives them $top, the checkout and the working directory; $scratch, a folder that is deleted at the end; $key, the administrator's
# key of their servers; and the functions below. At the end all background jobs are stopped, and the function `clean` is called if the
# script defines one. PORT=… moves a check to other ports.
set -Eeuo pipefail
exec </dev/null
export CI=true
top=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
cd "$top"
java=java
jar=$top/target/quarkus-app/quarkus-run.jar
key=a-key-of-ci-and-of-nothing-else-0123456789
# the event that `put` sends
event='{"type": "speech", "title": "A test", "when": "2026-03", "tags": ["ci"]}'
scratch=$(mktemp -d -t casus-ci-XXXXXX)
# PostgreSQL and the workers of nginx run as other users
chmod 755 "$scratch"
declare -A pid=()

has() { command -v "$1" >/dev/null; }

# fail REASON: prints the ends of the logs and then the reason
fail() {
  local log
  for log in "$scratch"/*.log; do
    [ ! -s "$log" ] || { printf '\n--- the end of %s\n' "${log##*/}"; tail -n 20 "$log" | cut -c 1-300; }
  done
  printf '\nFAILED: %s\n' "$1"
  exit 1
}

# says WHAT EXPECTED ACTUAL
says() { [ "$2" = "$3" ] || fail "$1: $3, not $2"; }

finish() {
  local status=$?
  trap - ERR TERM INT HUP
  set +eu
  # TERM comes first, since the workers of nginx outlive a killed master; what is left after a second is killed
  jobs -p | xargs -r kill 2>/dev/null
  for _ in 1 2 3 4 5 6 7 8 9 10; do
    [ -n "$(jobs -rp)" ] || break
    sleep 0.1
  done
  jobs -p | xargs -r kill -9 2>/dev/null
  wait 2>/dev/null
  ! declare -F clean >/dev/null || clean
  rm -rf "$scratch"
  exit "$status"
}
trap finish EXIT
trap 'fail "it was stopped after $SECONDS seconds"' TERM INT HUP
trap 'fail "${BASH_SOURCE[0]##*/}, line $LINENO: $BASH_COMMAND"' ERR

#--- servers of this checkout: each has a folder $scratch/NAME, a log $scratch/NAME.log and a process ${pid[NAME]}

# built: builds the server unless it is there
built() {
  [ ! -f "$jar" ] || return 0
  echo 'building the server'
  mvn -B -q package -DskipTests
}

# server NAME PORT [OPTION of Java...]: runs $jar with $java in place of this shell; the management port is PORT + 10
server() {
  mkdir -p "$scratch/$1"
  cd "$scratch/$1"
  exec env ${key:+"CASUS_ADMIN_KEY=$key"} QUARKUS_HTTP_PORT="$2" QUARKUS_MANAGEMENT_PORT=$(($2 + 10)) "$java" "${@:3}" -jar "$jar"
}

# start NAME PORT [OPTION of Java...]: runs a server in the background
start() {
  server "$@" >>"$scratch/$1.log" 2>&1 &
  pid[$1]=$!
}

# answers NAME URL: waits until the server answers there with a success
answers() {
  for _ in $(seq 180); do
    curl -fso /dev/null -m 10 "$2" && return
    kill -0 "${pid[$1]}" 2>/dev/null || fail "the server '$1' ended"
    sleep 1
  done
  fail "the server '$1' does not answer $2"
}

# ready NAME PORT: waits until the server takes requests
ready() { answers "$1" "localhost:$(($2 + 10))/q/health/ready"; }

# end NAME: stops a server as an operator would
end() {
  kill "${pid[$1]}"
  wait "${pid[$1]}" || true
}

# crash NAME: stops a server as a power cut would
crash() {
  kill -9 "${pid[$1]}"
  wait "${pid[$1]}" 2>/dev/null || true
}

#--- requests

# put PORT ID [OPTION of curl...]: writes $event
put() {
  curl -sS -X PUT "localhost:$1/events/$2" -H "Authorization: Bearer $key" -H 'Content-Type: application/json' -d "$event" "${@:3}"
}

# walk PORT PATH FILTER: prints the output of jq for every page of a list
walk() {
  local next=$2 page
  while [ -n "$next" ]; do
    page=$(curl -fsS "localhost:$1$next")
    jq -r "$3" <<<"$page"
    next=$(jq -r '.links.next // empty' <<<"$page")
  done
}

# nothing_is_lost PORT WHEN: every id in the files $scratch/acknowledged-* is there, and the revisions have no gap
nothing_is_lost() {
  local lost
  sort "$scratch"/acknowledged-* >"$scratch/acknowledged"
  walk "$1" '/events?tag=ci&limit=1000' '.items[].id' | sort >"$scratch/there"
  [ -s "$scratch/acknowledged" ] || fail "$2: nothing was acknowledged"
  lost=$(comm -23 "$scratch/acknowledged" "$scratch/there")
  [ -z "$lost" ] || fail "$2: acknowledged and lost: $(xargs <<<"$lost")"
  no_revision_is_missing "$1" "$2"
}

# no_revision_is_missing PORT WHEN
no_revision_is_missing() {
  walk "$1" '/changes?limit=1000' '.items[].revision' | awk '$1 != NR { exit 1 }' || fail "$2: the revisions have a gap"
}

# ged ROWS [LENGTH]: prints a file in the layout of UCDP GED: one conflict, one dyad, fifty towns; each row has a source of that length
ged() {
  awk -v rows="$1" -v length_of_source="${2:-0}" 'BEGIN {
    print "id,type_of_violence,conflict_new_id,conflict_name,dyad_new_id,dyad_name,side_a_new_id,side_a,side_b_new_id," \
      "side_b,where_coordinates,latitude,longitude,country,country_id,date_start,date_end,best,high,low" \
      (length_of_source ? ",source_article" : "")
    for (i = 1; i <= rows; i++) {
      printf "%d,1,7,A conflict,8,A dyad,61,Government of Ukraine,6711,DPR,Town %d,%.2f,%.2f,Ukraine,369,2015-02-%02d," \
        "2015-02-%02d,%d,9,0", i, i % 50, 45 + i % 100 / 20, 30 + i % 97 / 10, i % 28 + 1, i % 28 + 1, i % 10
      if (length_of_source) printf ",%0*d", length_of_source, i
      print ""
    }
  }'
}

#--- a PostgreSQL of its own

# PostgreSQL refuses to run as root
as_postgres() { if [ "$(id -u)" = 0 ]; then (cd / && runuser -u postgres -- "$@"); else "$@"; fi; }

# start_postgres PORT: starts one with the user and the database casus. Servers that are started later use it.
start_postgres() {
  local bin data=$scratch/postgres
  bin=$(dirname "$(compgen -G '/usr/lib/postgresql/*/bin/initdb' | sort -V | tail -1)")
  install -d -m 700 "$data"
  [ "$(id -u)" != 0 ] || chown postgres "$data"
  export CASUS_DB_PORT=$1 CASUS_DB_PASSWORD=not-a-secret
  echo "$CASUS_DB_PASSWORD" >"$scratch/password"
  as_postgres "$bin/initdb" -D "$data" -U casus -A scram-sha-256 --pwfile="$scratch/password" >/dev/null
  pg_ctl=("$bin/pg_ctl" -D "$data")
  as_postgres "${pg_ctl[@]}" -l "$data/log" -w -o "-p $1 -k '' -h localhost" start >/dev/null
  PGPASSWORD=$CASUS_DB_PASSWORD "$bin/createdb" -h localhost -p "$1" -U casus casus
}
stop_postgres() { [ -z "${pg_ctl:-}" ] || as_postgres "${pg_ctl[@]}" -m immediate stop >/dev/null; }
