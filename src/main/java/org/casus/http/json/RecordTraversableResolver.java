package org.casus.http.json;

import io.quarkus.hibernate.validator.ValidatorFactoryCustomizer;
import jakarta.inject.Singleton;
import jakarta.validation.Path;
import jakarta.validation.TraversableResolver;
import java.lang.annotation.ElementType;
import org.hibernate.validator.BaseHibernateValidatorConfiguration;

/**
 * Tells the validator that every member of an input is loaded. Inputs are records, so none of their members are lazy; without this
 * resolver, the validator would ask JPA about each member.
 */
@Singleton
final class RecordTraversableResolver implements ValidatorFactoryCustomizer, TraversableResolver {

    @Override
    public void customize(BaseHibernateValidatorConfiguration<?> configuration) {
        configuration.traversableResolver(this);
        configuration.enableTraversableResolverResultCache(false);
    }

    @Override
    public boolean isReachable(Object object, Path.Node member, Class<?> root, Path path, ElementType type) {
        return true;
    }

    @Override
    public boolean isCascadable(Object object, Path.Node member, Class<?> root, Path path, ElementType type) {
        return true;
    }
}
