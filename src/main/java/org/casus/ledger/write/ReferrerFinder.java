package org.casus.ledger.write;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Path;
import jakarta.persistence.criteria.Root;
import jakarta.persistence.metamodel.Attribute;
import jakarta.persistence.metamodel.EntityType;
import jakarta.persistence.metamodel.ManagedType;
import jakarta.persistence.metamodel.PluralAttribute;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.casus.ledger.VersionedEntity;
import org.casus.model.ResourceKey;

/**
 * Finds the resources that refer to a given one. It queries every association in the JPA metamodel that has the type of the resource
 * as its target; these associations are the foreign keys of the schema.
 */
@Singleton
class ReferrerFinder {

    private final EntityManager entities;
    private final ResourceTypes types;

    ReferrerFinder(EntityManager entities, ResourceTypes types) {
        this.entities = entities;
        this.types = types;
    }

    /** Returns at most the given number of other resources that refer to an entity. */
    List<ResourceKey> of(VersionedEntity referred, Class<? extends VersionedEntity> type, int most) {
        Set<ResourceKey> found = new LinkedHashSet<>();
        for (ResourceType<?, ?, ?> kind : types.all()) {
            EntityType<? extends VersionedEntity> referring = entities.getMetamodel().entity(kind.entity());
            for (Attribute<?, ?> association : associations(referring, type)) {
                find(kind, root -> root.get(association.getName()), referred, most, found);
            }
            for (PluralAttribute<?, ?, ?> list : referring.getPluralAttributes()) {
                if (list.getElementType() instanceof ManagedType<?> element) {
                    for (Attribute<?, ?> association : associations(element, type)) {
                        find(kind, root -> root.join(list.getName()).get(association.getName()), referred, most, found);
                    }
                }
            }
        }
        return found.stream().limit(most).toList();
    }

    private static List<? extends Attribute<?, ?>> associations(ManagedType<?> type, Class<?> target) {
        return type.getSingularAttributes().stream()
                .filter(attribute -> attribute.isAssociation() && attribute.getJavaType() == target).toList();
    }

    private <E extends VersionedEntity> void find(ResourceType<E, ?, ?> kind, Function<Root<E>, Path<?>> association,
            VersionedEntity referred, int most, Set<ResourceKey> found) {
        CriteriaBuilder builder = entities.getCriteriaBuilder();
        CriteriaQuery<String> query = builder.createQuery(String.class);
        Root<E> root = query.from(kind.entity());
        query.select(root.get("slug")).where(builder.equal(association.apply(root).get("pk"), referred.pk),
                builder.notEqual(root.get("pk"), referred.pk));
        entities.createQuery(query).setMaxResults(most).getResultList().forEach(id -> found.add(new ResourceKey(kind.name(), id)));
    }
}
