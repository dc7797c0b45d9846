using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis.Emit;

namespace HyperTune.Generators.Tests;

/// <summary>Sources and their generated code, compiled and loaded into an assembly context of their own.</summary>
internal sealed class CompiledSpaces : IDisposable
{
    private readonly AssemblyLoadContext _context = new("compiled spaces", isCollectible: true);

    private CompiledSpaces(GeneratorRun run)
    {
        using var stream = new MemoryStream();
        EmitResult result = run.Output.Emit(stream);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        stream.Position = 0;
        Assembly = _context.LoadFromStream(stream);
    }

    public Assembly Assembly { get; }

    /// <summary>Generates, checks, compiles and loads.</summary>
    public static CompiledSpaces Of(params string[] sources) => new(GeneratorRun.Of(sources));

    /// <summary>The space of a config type, found by its metadata name.</summary>
    public ISpaceDriver this[string typeName]
    {
        get
        {
            Type type = Assembly.GetType(typeName, throwOnError: true)!;
            return (ISpaceDriver)Activator.CreateInstance(typeof(SpaceDriver<>).MakeGenericType(type))!;
        }
    }

    /// <summary>The spaces of all config types that are not generic.</summary>
    public IEnumerable<ISpaceDriver> All => Assembly.GetTypes()
        .Where(static type => !type.ContainsGenericParameters)
        .Where(static type => type.GetInterfaces().Any(implemented => implemented.IsGenericType
            && implemented.GetGenericTypeDefinition() == typeof(ISearchSpace<>)
            && implemented.GenericTypeArguments[0] == type))
        .Select(static type => (ISpaceDriver)Activator.CreateInstance(typeof(SpaceDriver<>).MakeGenericType(type))!);

    public void Dispose() => _context.Unload();
}
