package org.casus.store;

import org.hibernate.dialect.DatabaseVersion;
import org.hibernate.dialect.H2Dialect;
import org.hibernate.dialect.sql.ast.H2SqlAstTranslator;
import org.hibernate.engine.jdbc.dialect.spi.DialectResolutionInfo;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.sql.ast.SqlAstTranslator;
import org.hibernate.sql.ast.SqlAstTranslatorFactory;
import org.hibernate.sql.ast.spi.StandardSqlAstTranslatorFactory;
import org.hibernate.sql.ast.tree.Statement;
import org.hibernate.sql.ast.tree.predicate.InArrayPredicate;
import org.hibernate.sql.exec.spi.JdbcOperation;

/**
 * Hibernate's dialect for H2 with faster batch loading of lists and entities: {@code array_contains(?, key)}, for which H2 scans the
 * whole table, is replaced by {@code key = any(?)}, for which H2 uses the index.
 */
public class IndexedArraysH2Dialect extends H2Dialect {

    public IndexedArraysH2Dialect() {
    }

    public IndexedArraysH2Dialect(DialectResolutionInfo info) {
        super(info);
    }

    public IndexedArraysH2Dialect(DatabaseVersion version) {
        super(version);
    }

    @Override
    public SqlAstTranslatorFactory getSqlAstTranslatorFactory() {
        return new StandardSqlAstTranslatorFactory() {
            @Override
            protected <T extends JdbcOperation> SqlAstTranslator<T> buildTranslator(SessionFactoryImplementor factory,
                    Statement statement) {
                return new Translator<>(factory, statement);
            }
        };
    }

    private static final class Translator<T extends JdbcOperation> extends H2SqlAstTranslator<T> {

        Translator(SessionFactoryImplementor factory, Statement statement) {
            super(factory, statement);
        }

        @Override
        public void visitInArrayPredicate(InArrayPredicate predicate) {
            predicate.getTestExpression().accept(this);
            appendSql(" = any(");
            predicate.getArrayParameter().accept(this);
            appendSql(')');
        }
    }
}
