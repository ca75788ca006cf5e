package org.casus.ogc;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The list of all feature collections. */
@Schema(name = "OgcCollections", requiredProperties = {"links", "collections"})
public record OgcCollections(List<OgcLink> links, List<OgcCollection> collections) {
}
