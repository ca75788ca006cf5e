package org.casus.imports.format;

import java.util.Optional;
import java.util.Set;
import org.casus.dataset.DatasetInput;
import org.casus.imports.table.FileHead;
import org.casus.model.Slug;

/** A layout of files that analysts have on disk. One class each, named once in {@code FileFormats}. */
public interface FileFormat {

    /** As the parameter {@code format} and receipts name it. */
    String name();

    /** The dataset that such files belong to, as far as it is known. */
    DatasetInput dataset(Slug id);

    /** The mode of a file that names none: the whole of a dataset, or an addition to it. */
    ImportMode mode();

    /** Whether rows say themselves of which dataset they are; then none need be named for the file. */
    default boolean namesDatasets() {
        return false;
    }

    /** The columns that a file which names them has to have; none if such files name none. */
    default Set<String> needed() {
        return Set.of();
    }

    /**
     * How to read a file that begins like this; nothing if it is not of this layout.
     *
     * @param typeCrosswalk what codes of other taxonomies mean
     */
    Optional<Layout> recognise(FileHead head, TypeCrosswalk typeCrosswalk);

    /** The same for a file that is said to be of it: what tells it from a layout much like it need not be there. */
    default Optional<Layout> recogniseAsSaid(FileHead head, TypeCrosswalk typeCrosswalk) {
        return recognise(head, typeCrosswalk);
    }
}
