using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace HyperTune.Generators.Memory;

/// <summary>What a compilation is made of, as far as it decides what names mean; it does not keep the compilation alive.</summary>
/// <remarks>
/// Reading a declaration can depend on another file only through a name: one that stands in the declaration's own file, or in a file that declares a type
/// of such a name (a base type, a nested space, the type of a constant, another part), and so on, or in a global using. As long as no changed file declares,
/// or did declare, any of these names, the declaration reads as before. Names are compared without regard to letter case, because the generated file's
/// name depends on neighbours that differ in nothing else.
/// </remarks>
internal sealed class Surroundings
{
    private static readonly ConditionalWeakTable<Compilation, Surroundings> Known = new();
    private static readonly ConditionalWeakTable<object, object> Marks = new();

    private readonly string? _assemblyName;
    private readonly object[] _marks;
    private readonly TreeFacts[] _files;
    private volatile Dictionary<string, List<TreeFacts>>? _filesByType;
    private volatile Comparison? _comparison;
    private volatile GlobalUsings? _globalUsings;

    private Surroundings(Compilation compilation)
    {
        _assemblyName = compilation.AssemblyName;
        _marks = [.. compilation.References.Cast<object>().Append(compilation.Options).Select(static part => Marks.GetValue(part, static _ => new object()))];
        _files = [.. compilation.SyntaxTrees.Select(TreeFacts.Of)];
    }

    /// <summary>The global usings of all files.</summary>
    public GlobalUsings GlobalUsings => _globalUsings ??= GlobalUsings.In(_files);

    public static Surroundings Of(Compilation compilation) => Known.GetValue(compilation, static compilation => new Surroundings(compilation));

    /// <summary>The names of what is declared, or may be declared, differently than in an earlier compilation; null for any name at all.</summary>
    public string[]? NamesChangedSince(Surroundings earlier, CancellationToken cancellationToken)
    {
        // Nearly always all declarations ask for the same earlier compilation.
        Comparison? comparison = _comparison;
        if (comparison is null || !comparison.IsWith(earlier))
        {
            _comparison = comparison = new Comparison(earlier, Compare(earlier, cancellationToken));
        }

        return comparison.ChangedNames;
    }

    /// <summary>The file and all files that declare types named in it, or in one of those, and so on.</summary>
    public TreeFacts[] FilesBehind(TreeFacts file, CancellationToken cancellationToken)
    {
        Dictionary<string, List<TreeFacts>> filesByType = _filesByType ??= FindFilesByType(cancellationToken);
        var found = new List<TreeFacts> { file };
        var seen = new HashSet<TreeFacts> { file };
        AddDeclaring(GlobalUsings.Names);
        for (int i = 0; i < found.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            AddDeclaring(found[i].GetMentionedNames(cancellationToken));
        }

        return [.. found];

        void AddDeclaring(IEnumerable<string> names)
        {
            foreach (string name in names)
            {
                if (filesByType.TryGetValue(name, out List<TreeFacts> declaring))
                {
                    found.AddRange(declaring.Where(seen.Add));
                }
            }
        }
    }

    private Dictionary<string, List<TreeFacts>> FindFilesByType(CancellationToken cancellationToken)
    {
        var filesByType = new Dictionary<string, List<TreeFacts>>(StringComparer.OrdinalIgnoreCase);
        foreach (TreeFacts file in _files)
        {
            foreach (string name in file.GetDeclarations(cancellationToken).Names)
            {
                if (!filesByType.TryGetValue(name, out List<TreeFacts> files))
                {
                    filesByType.Add(name, files = []);
                }

                files.Add(file);
            }
        }

        return filesByType;
    }

    private string[]? Compare(Surroundings earlier, CancellationToken cancellationToken)
    {
        if (_assemblyName != earlier._assemblyName || !_marks.SequenceEqual(earlier._marks))
        {
            return null;
        }

        if (FindChangedFiles(earlier) is not { } changed)
        {
            return null;
        }

        FileDeclarations[] before = [.. changed.Before.Select(file => file.GetDeclarations(cancellationToken))];
        FileDeclarations[] after = [.. changed.After.Select(file => file.GetDeclarations(cancellationToken))];
        FileDeclarations[] both = [.. before, .. after];
        if (both.Any(static file => file.GlobalUsings.Length > 0) && !GlobalUsings.Equals(earlier.GlobalUsings))
        {
            return null;
        }

        var names = new HashSet<string>(both.SelectMany(static file => file.Names), StringComparer.OrdinalIgnoreCase);
        if (!FindNamespaces(before).SetEquals(FindNamespaces(after)))
        {
            // That a namespace is there decides what names mean; in how many files it is does not.
            HashSet<string> difference = FindNamespaces(_files.Select(file => file.GetDeclarations(cancellationToken)));
            difference.SymmetricExceptWith(FindNamespaces(earlier._files.Select(file => file.GetDeclarations(cancellationToken))));
            names.UnionWith(difference.Select(static space => space.Substring(space.LastIndexOf('.') + 1)));
        }

        return [.. names];
    }

    private static HashSet<string> FindNamespaces(IEnumerable<FileDeclarations> files)
        => new(files.SelectMany(static file => file.Namespaces), StringComparer.Ordinal);

    // Null where the order of the unchanged files changed, which is the order of the parts of types.
    private (IEnumerable<TreeFacts> Before, IEnumerable<TreeFacts> After)? FindChangedFiles(Surroundings earlier)
    {
        TreeFacts[] before = earlier._files, after = _files;
        if (before.Length == after.Length)
        {
            int[] places = [.. Enumerable.Range(0, after.Length).Where(i => !ReferenceEquals(before[i], after[i]))];
            return (places.Select(i => before[i]), places.Select(i => after[i]));
        }

        HashSet<TreeFacts> all = new(before), rest = new(after);
        HashSet<TreeFacts> removed = new(all), added = new(rest);
        removed.ExceptWith(rest);
        added.ExceptWith(all);
        return before.Where(file => !removed.Contains(file)).SequenceEqual(after.Where(file => !added.Contains(file))) ? (removed, added) : null;
    }

    /// <summary>A finished comparison. It does not keep the earlier compilation's files alive.</summary>
    private sealed class Comparison(Surroundings earlier, string[]? changedNames)
    {
        private readonly WeakReference<Surroundings> _earlier = new(earlier);

        public string[]? ChangedNames { get; } = changedNames;

        public bool IsWith(Surroundings other) => _earlier.TryGetTarget(out Surroundings? target) && ReferenceEquals(target, other);
    }
}
