using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace HyperTune.Generators.Memory;

/// <summary>One version of a file: the names that it declares and mentions, found when they are first asked for. Equal by reference, as trees are.</summary>
internal sealed class TreeFacts
{
    private static readonly ConditionalWeakTable<SyntaxTree, TreeFacts> Known = new();

    private readonly SyntaxTree _tree;
    private volatile FileDeclarations? _declarations;
    private volatile HashSet<string>? _mentionedNames;

    private TreeFacts(SyntaxTree tree) => _tree = tree;

    public static TreeFacts Of(SyntaxTree tree) => Known.GetValue(tree, static tree => new TreeFacts(tree));

    public FileDeclarations GetDeclarations(CancellationToken cancellationToken)
        => _declarations ??= FileDeclarationsReader.Read(_tree, cancellationToken);

    public IEnumerable<string> GetMentionedNames(CancellationToken cancellationToken) => Mentioned(cancellationToken);

    /// <summary>Whether a name stands in the file outside of bodies, in any letter case.</summary>
    public bool Mentions(string name, CancellationToken cancellationToken) => Mentioned(cancellationToken).Contains(name);

    private HashSet<string> Mentioned(CancellationToken cancellationToken)
        => _mentionedNames ??= new HashSet<string>(MentionedNames.In(_tree.GetRoot(cancellationToken)), StringComparer.OrdinalIgnoreCase);
}
