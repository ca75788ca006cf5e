package org.casus.imports.run;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.casus.imports.format.Layout;
import org.casus.imports.run.ReadAhead.Portion;
import org.casus.imports.table.FileHead;
import org.casus.imports.table.RecordReader;
import org.junit.jupiter.api.Test;

class ReadAheadTest {

    private static final int ROWS = 60;
    private static final String HEADER = "id,type_of_violence,conflict_new_id,conflict_name,dyad_new_id,dyad_name,side_a,side_b,"
            + "date_start,date_end,best,low,high,country,latitude,longitude,where_description\n";

    @Test
    void rows_come_as_many_as_were_asked_for() throws IOException {
        assertThat(portions("", 25)).containsExactly(25, 25, 10);
    }

    @Test
    void a_portion_of_long_rows_is_no_larger_than_memory_has_room_for() throws IOException {
        List<Integer> portions = portions("x".repeat(200_000), 1_000);
        assertThat(portions).allMatch(rows -> rows <= 22);
        assertThat(portions.stream().mapToInt(rows -> rows).sum()).isEqualTo(ROWS);
    }

    private static List<Integer> portions(String description, int most) throws IOException {
        // refused for their ids, which takes nothing of what an import has
        byte[] file = (HEADER + ("none,1,1,c,1,d,a,b,2020-01-01,2020-01-01,0,0,0,Ukraine,50,30," + description + "\n")
                .repeat(ROWS)).getBytes(StandardCharsets.UTF_8);
        Layout layout = FileFormats.recognise(new FileHead(file), Optional.of("ucdp-ged"), (scheme, code) -> Optional.empty()).layout();
        List<Integer> portions = new ArrayList<>();
        try (RecordReader records = new RecordReader(new ByteArrayInputStream(file), layout.dialect(), layout.charset(), 0, 1)) {
            records.next();
            try (ReadAhead ahead = new ReadAhead(records, new RowReader(layout,
                    Validation.buildDefaultValidatorFactory().getValidator()), most)) {
                for (Portion portion = ahead.next(most); !portion.rows().isEmpty(); portion = ahead.next(most)) {
                    portions.add(portion.rows().size());
                }
            }
        }
        return portions;
    }
}
