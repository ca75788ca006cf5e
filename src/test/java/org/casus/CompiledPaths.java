package org.casus;

import groovy.lang.DelegatingMetaClass;
import groovy.lang.GroovyShell;
import groovy.lang.GroovySystem;
import groovy.lang.MetaClassRegistry;
import groovy.lang.Script;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.codehaus.groovy.runtime.InvokerHelper;

/**
 * Compiles each JSON path of REST Assured once. REST Assured gives a path to a new Groovy shell for every look at an
 * answer, and the shell compiles it. That took two fifths of the processor time of tests over HTTP.
 */
final class CompiledPaths extends DelegatingMetaClass {

    private static final Map<String, Class<? extends Script>> COMPILED = new ConcurrentHashMap<>();

    private CompiledPaths() {
        super(GroovyShell.class);
    }

    /** From now on, Groovy code that asks a shell to evaluate something gets a script that is compiled already. */
    static void use() {
        MetaClassRegistry registry = GroovySystem.getMetaClassRegistry();
        CompiledPaths paths = new CompiledPaths();
        paths.initialize();
        registry.setMetaClass(GroovyShell.class, paths);
    }

    @Override
    public Object invokeMethod(Object object, String name, Object[] arguments) {
        if (name.equals("evaluate") && arguments.length == 1 && object instanceof GroovyShell shell) {
            return InvokerHelper.createScript(COMPILED.computeIfAbsent(arguments[0].toString(), CompiledPaths::compile),
                    shell.getContext()).run();
        }
        return super.invokeMethod(object, name, arguments);
    }

    /** In a shell of its own, so that its name is the one that REST Assured looks for in messages. */
    private static Class<? extends Script> compile(String expression) {
        return new GroovyShell().parse(expression).getClass();
    }
}
