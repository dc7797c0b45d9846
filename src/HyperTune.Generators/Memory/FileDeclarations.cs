namespace HyperTune.Generators.Memory;

/// <summary>What a file declares that other files can name.</summary>
internal sealed class FileDeclarations
{
    /// <summary>
    /// The simple names of its types and delegates at any depth and of its extension methods, each attribute class also by its short name. A member is
    /// reached through its type, so members have no names here.
    /// </summary>
    public required string[] Names { get; init; }

    /// <summary>The full names of its namespaces and of those around them.</summary>
    public required string[] Namespaces { get; init; }

    /// <summary>Its global usings as they are written.</summary>
    public required string[] GlobalUsings { get; init; }

    /// <summary>The names that stand in its global usings.</summary>
    public required string[] GlobalUsingNames { get; init; }
}
