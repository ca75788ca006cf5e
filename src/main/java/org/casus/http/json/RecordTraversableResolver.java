package org.casus.http.json;

import io.quarkus.hibernate.validator.ValidatorFactoryCustomizer;
import jakarta.inject.Singleton;
import jakarta.validation.Path;
import jakarta.validation.TraversableResolver;
import java.lang.annotation.ElementType;
import org.hibernate.validator.BaseHibernateValidatorConfiguration;

/**
 * What is validated are records, which are there as a whole. Otherwise each of their members is asked whether a
 * database has yet to load it.
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
