package org.casus.imports.format;

import java.util.Optional;
import java.util.Set;
import org.casus.dataset.DatasetInput;
import org.casus.imports.table.FileHead;
import org.casus.model.Slug;

/** A file format of event data. Each format is a class of its own, listed once in {@code FileFormats}. */
public interface FileFormat {

    /** Returns the name of the format, as in the parameter {@code format} and in views of imports. */
    String name();

    /** Returns the dataset that files of this format belong to, as far as it is known. */
    DatasetInput dataset(Slug id);

    /** Returns the default import mode: whether a file is the whole dataset or an addition to it. */
    ImportMode mode();

    /** Returns whether rows name their dataset themselves, so that the request does not have to. */
    default boolean namesDatasets() {
        return false;
    }

    /** Returns the columns that a file with a header must have; empty if files of this format have no header. */
    default Set<String> needed() {
        return Set.of();
    }

    /**
     * Returns the layout of a file by its first bytes; empty if the file is not of this format.
     *
     * @param crosswalk maps codes of other taxonomies to event types
     */
    Optional<Layout> recognise(FileHead head, TypeCrosswalk crosswalk);

    /**
     * Returns the layout of a file that the client declares to be of this format. The file may lack features that tell this format
     * from a similar one.
     */
    default Optional<Layout> recogniseAsSaid(FileHead head, TypeCrosswalk crosswalk) {
        return recognise(head, crosswalk);
    }
}
