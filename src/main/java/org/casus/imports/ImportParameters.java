package org.casus.imports;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.casus.http.QueryParameters;
import org.casus.http.json.CleanText;
import org.casus.http.problem.ErrorCode;
import org.casus.http.problem.NearestMatch;
import org.casus.http.problem.Problem;
import org.casus.imports.format.ImportMode;
import org.casus.imports.job.ImportJob;
import org.casus.imports.job.ImportState;
import org.casus.imports.run.FileFormats;
import org.casus.model.ResourceKind;
import org.casus.model.Slug;
import org.casus.readmodel.ReadModel;

/** The query parameters of an upload. */
record ImportParameters(Optional<String> format, Optional<ImportMode> mode, Optional<String> scope, Optional<String> dataset,
        Optional<String> release, Optional<String> name) {

    private static final List<String> NAMES = List.of("format", "dataset", "release", "mode", "scope", "name");
    private static final String AUTO = "auto";
    private static final String SCOPE = "place:";
    private static final int LONGEST_NAME = 500;

    /** @throws Problem 400 for an invalid parameter */
    static ImportParameters of(Map<String, List<String>> given, ReadModel model) {
        QueryParameters parameters = new QueryParameters(given, NAMES);
        return new ImportParameters(
                parameters.text("format").filter(name -> !name.equals(AUTO)).map(ImportParameters::format),
                parameters.text("mode").map(ImportParameters::mode),
                parameters.text("scope").map(place -> scope(place, model)),
                parameters.text("dataset").map(ImportParameters::slug),
                parameters.text("release").map(ImportParameters::release),
                parameters.text("name").map(ImportParameters::fileName));
    }

    /**
     * Returns a new import of a file of the recognised format.
     *
     * @throws Problem 400 for parameters that do not fit the format or each other
     */
    ImportJob job(FileFormats.Recognised recognised) {
        ImportJob job = new ImportJob();
        job.state = ImportState.WAITING;
        job.format = recognised.format().name();
        job.seen = recognised.layout().seen();
        job.dataset = dataset.orElse(recognised.format().namesDatasets() ? null : recognised.format().name());
        job.releaseName = release.orElse(null);
        // a partial file that names no release is appended: in release mode it would delete the rest of the dataset
        job.loadMode = mode.orElse(release.isEmpty() && recognised.layout().isPart() ? ImportMode.APPEND : recognised.format().mode());
        job.scope = scope.orElse(null);
        checkWhole(job);
        job.fileName = name.map(UploadFileName::withoutFolders).orElse(null);
        job.line = 1;
        return job;
    }

    private static void checkWhole(ImportJob job) {
        if (job.dataset == null && (job.releaseName != null || job.loadMode == ImportMode.RELEASE)) {
            throw Problem.parameter("dataset", ErrorCode.REQUIRED, "say of which dataset the file is a release: dataset=…");
        }
        if (job.scope != null && job.loadMode != ImportMode.RELEASE) {
            throw Problem.parameter("scope", ErrorCode.RULE, "'scope' says of which part a release is the whole, and this file is"
                    + " to be appended: add mode=release, or leave 'scope' out");
        }
    }

    private static String format(String name) {
        if (!FileFormats.names().contains(name)) {
            throw Problem.parameter("format", ErrorCode.UNKNOWN_VALUE, "there is no format '" + name + "'"
                    + NearestMatch.hint(name, FileFormats.names()) + "; there are auto, " + String.join(", ", FileFormats.names()));
        }
        return name;
    }

    private static ImportMode mode(String text) {
        return switch (text) {
            case "release" -> ImportMode.RELEASE;
            case "append" -> ImportMode.APPEND;
            default -> throw Problem.parameter("mode", ErrorCode.UNKNOWN_VALUE,
                    "mode is release (the file is the whole, what it does not have is deleted) or append");
        };
    }

    private static String release(String text) {
        if (!text.matches("[A-Za-z0-9._-]{1,100}")) {
            throw Problem.parameter("release", ErrorCode.PATTERN,
                    "a release is at most 100 letters, digits, '.', '_' and '-', for example 25.1");
        }
        return text;
    }

    private static String fileName(String text) {
        if (text.length() > LONGEST_NAME || text.chars().anyMatch(Character::isISOControl)) {
            throw Problem.parameter("name", ErrorCode.SIZE, "the name of a file has at most " + LONGEST_NAME
                    + " characters, none of them a control character");
        }
        return text;
    }

    private static String scope(String text, ReadModel model) {
        String place = text.startsWith(SCOPE) ? text.substring(SCOPE.length()) : text;
        if (!text.startsWith(SCOPE)) {
            throw Problem.parameter("scope", ErrorCode.PATTERN, "scope is a place, for example place:ukraine");
        }
        checkExists(model, "scope", ResourceKind.PLACE, place);
        return place;
    }

    /** @throws Problem 400 for an id that does not exist, with the nearest that does */
    static void checkExists(ReadModel model, String parameter, ResourceKind kind, String id) {
        long revision = model.revision();
        if (!model.knows(kind, id, revision)) {
            throw Problem.parameter(parameter, ErrorCode.UNKNOWN_REFERENCE, "there is no " + kind.token() + " '"
                    + CleanText.shown(id) + "'" + NearestMatch.hint(id, model.names(revision).ids(kind)));
        }
    }

    private static String slug(String text) {
        if (!Slug.isValid(text)) {
            throw Problem.parameter("dataset", ErrorCode.PATTERN, "an id is " + Slug.RULE);
        }
        return text;
    }
}
