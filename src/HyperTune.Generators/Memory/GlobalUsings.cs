using System;
using System.Collections.Generic;
using System.Linq;

namespace HyperTune.Generators.Memory;

/// <summary>The global usings of a compilation: every file depends on them.</summary>
internal sealed class GlobalUsings
{
    private readonly string[] _texts;
    private readonly HashSet<string> _names;

    private GlobalUsings(string[] texts, HashSet<string> names) => (_texts, _names) = (texts, names);

    /// <summary>The names that stand in them.</summary>
    public IEnumerable<string> Names => _names;

    public static GlobalUsings In(IEnumerable<TreeFacts> files)
    {
        FileDeclarations[] declarations = [.. files.Select(static file => file.GetDeclarations(default)).Where(static file => file.GlobalUsings.Length > 0)];
        return new GlobalUsings(
            [.. declarations.SelectMany(static file => file.GlobalUsings)],
            new HashSet<string>(declarations.SelectMany(static file => file.GlobalUsingNames), StringComparer.OrdinalIgnoreCase));
    }

    public bool Mention(string name) => _names.Contains(name);

    public bool Equals(GlobalUsings other) => _texts.SequenceEqual(other._texts);
}
