package org.casus.imports.format.polecat;

import java.util.Optional;
import java.util.Set;
import org.casus.dataset.DatasetInput;
import org.casus.imports.format.FileFormat;
import org.casus.imports.format.ImportMode;
import org.casus.imports.format.Layout;
import org.casus.imports.format.TypeCrosswalk;
import org.casus.imports.table.FileHead;
import org.casus.imports.table.TableHeader;
import org.casus.model.Slug;

/**
 * The format of POLECAT, the Political Event Classification, Attributes, and Types dataset. Columns are identified by their names.
 */
public final class Polecat implements FileFormat {

    private static final Set<String> NEEDED = Set.of("event id", "event date", "event type", "event mode", "actor name",
            "recipient name");

    @Override
    public String name() {
        return "polecat";
    }

    @Override
    public DatasetInput dataset(Slug id) {
        return new DatasetInput(id, "POLECAT", "Political Instability Task Force", null,
                "Halterman, Andrew, et al. (2023): PLOVER and POLECAT: A New Political Event Ontology and Dataset.",
                "https://doi.org/10.7910/DVN/AJGVIT", null);
    }

    @Override
    public ImportMode mode() {
        return ImportMode.APPEND;
    }

    @Override
    public Set<String> needed() {
        return NEEDED;
    }

    @Override
    public Optional<Layout> recognise(FileHead head, TypeCrosswalk crosswalk) {
        return TableHeader.of(head, NEEDED).map(header -> new PolecatLayout(header, crosswalk));
    }
}
