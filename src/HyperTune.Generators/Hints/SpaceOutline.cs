using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using System.Threading;
using HyperTune.Generators.Declarations;
using HyperTune.Generators.Emission;
using HyperTune.Generators.Model;
using HyperTune.Generators.Parsing;
using HyperTune.Generators.Rules;
using Microsoft.CodeAnalysis;

namespace HyperTune.Generators.Hints;

/// <summary>All parameters of a search space as it is declared now, by the names that studies know them by, and the runtime's fingerprint of it.</summary>
internal sealed class SpaceOutline
{
    private readonly DeclarationReader _reader;
    private readonly CancellationToken _cancellationToken;
    private readonly List<OutlineEntry> _entries = [];

    private SpaceOutline(Compilation compilation, CancellationToken cancellationToken)
    {
        _reader = new DeclarationReader(compilation, cancellationToken);
        _cancellationToken = cancellationToken;
    }

    /// <summary>The parameters.</summary>
    public IReadOnlyList<OutlineEntry> Entries => _entries;

    /// <summary>The outline of a type; null where it is no search space, or it or a part of it is not in order.</summary>
    public static SpaceOutline? Of(INamedTypeSymbol type, Compilation compilation, CancellationToken cancellationToken)
    {
        var outline = new SpaceOutline(compilation, cancellationToken);
        return outline.AddSpace(type, "", condition: "", isOptional: false, isOwn: true) ? outline : null;
    }

    /// <summary>What <c>SearchSpace.Fingerprint</c> is of the type.</summary>
    public string Fingerprint()
    {
        IEnumerable<string> lines = _entries
            .Select(static entry => $"{entry.Name.Length}:{entry.Name}={entry.Canonical}\n")
            .OrderBy(static line => line, StringComparer.Ordinal);
        using var hash = SHA256.Create();
        return string.Concat(hash.ComputeHash(Encoding.UTF8.GetBytes(string.Concat(lines))).Take(8).Select(static part => part.ToString("x2")));
    }

    private static string Join(string prefix, string name) => prefix.Length == 0 ? name : $"{prefix}.{name}";

    private bool AddSpace(INamedTypeSymbol type, string prefix, string condition, bool isOptional, bool isOwn)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        return _reader.Read(type) is { } space
            && SpaceRules.IsValid(space, _cancellationToken)
            && AddNode(space, space.IsUnion && prefix.Length == 0 ? space.Name : prefix, condition, isOptional, isOwn);
    }

    private bool AddNode(SpaceDeclaration space, string prefix, string condition, bool isOptional, bool isOwn)
    {
        string selector = isOptional ? Join(prefix, "Case") : prefix;
        if (space.IsUnion)
        {
            Add(selector, CanonicalText.Choice([.. space.Cases.Select(static inner => inner.Name)]), condition, space, member: null);
        }

        foreach (ParameterDeclaration member in space.Parameters)
        {
            if (!AddMember(space, member, prefix, condition, isOwn && !space.IsUnion))
            {
                return false;
            }
        }

        return space.Cases.All(inner => AddNode(inner, Join(prefix, inner.Name), CanonicalText.OneOf(selector, inner.Name), isOptional: false, isOwn: false));
    }

    private bool AddMember(SpaceDeclaration space, ParameterDeclaration member, string prefix, string outer, bool isOwn)
    {
        string name = Join(prefix, member.Name);
        string condition = member.When is { } when && space.Parameters.FirstOrDefault(parent => parent.MemberName == when.ParameterName) is { } parent
            ? CanonicalText.Of(when, parent, Join(prefix, parent.Name))
            : outer;
        if (member.Composite is { } composite)
        {
            AddComposite(space, member, composite, name, condition);
            return true;
        }

        return member.Repeat is { } repeat ? AddList(space, member, repeat, name, condition) : AddSingle(space, member, prefix, name, condition, isOwn);
    }

    private bool AddSingle(SpaceDeclaration space, ParameterDeclaration member, string prefix, string name, string condition, bool isOwn)
    {
        if (!member.Distributions.IsEmpty)
        {
            string bound = member.Bounds.IsEmpty || BoundRules.Other(member.Bounds[0], space.Parameters) is not { } other ? ""
                : $"{(member.Bounds[0].IsUpper ? "<=" : ">=")}{Join(prefix, other.Name)}";
            Add(name, CanonicalText.Of(DistributionParser.Parse(member)) + bound, condition, space, member, isOwn: isOwn);
            return true;
        }

        if (member.UnderlyingType is not INamedTypeSymbol type)
        {
            return false;
        }

        if (member.IsOptionalSpace)
        {
            Add(name, CanonicalText.Choice("absent", "present"), condition, space, member: null);
            condition = CanonicalText.OneOf(name, "present");
        }

        return AddSpace(type, name, condition, member.IsOptionalSpace, isOwn: false);
    }

    private bool AddList(SpaceDeclaration space, ParameterDeclaration member, RepeatDeclaration repeat, string name, string condition)
    {
        if (repeat.Minimum < repeat.Maximum)
        {
            Add($"{name}.Count", CanonicalText.Uniform(repeat.Minimum, repeat.Maximum, 1), condition, space, member, isCount: true);
        }

        string? distribution = member.Distributions.IsEmpty ? null : CanonicalText.Of(DistributionParser.Parse(member));
        for (int i = 0; i < repeat.Maximum; i++)
        {
            string element = $"{name}[{i}]";
            string exists = i < repeat.Minimum ? condition : CanonicalText.InRange($"{name}.Count", i + 1, double.PositiveInfinity);
            if (distribution is not null)
            {
                Add(element, distribution, exists, space, member);
            }
            else if (member.UnderlyingType is not INamedTypeSymbol type || !AddSpace(type, element, exists, isOptional: false, isOwn: false))
            {
                return false;
            }
        }

        return true;
    }

    private void AddComposite(SpaceDeclaration space, ParameterDeclaration member, DistributionDeclaration composite, string name, string condition)
    {
        bool isSubset = composite.Kind == DistributionKind.Subset;
        string canonical = isSubset ? CanonicalText.Choice("false", "true") : CanonicalText.Uniform(0, 1, 0);
        string[] labels = [.. CompositeParser.Members(member).Select(ConstantText.Of)];
        int count = labels.Length > 0 ? labels.Length : composite.Length.GetValueOrDefault() - (composite.Kind == DistributionKind.Proportions ? 1 : 0);
        for (int i = 0; i < count; i++)
        {
            Add(labels.Length > 0 ? Join(name, labels[i]) : $"{name}[{i}]", canonical, condition, space, member);
        }
    }

    private void Add(string name, string canonical, string condition, SpaceDeclaration space, ParameterDeclaration? member, bool isCount = false, bool isOwn = false)
        => _entries.Add(new OutlineEntry(name, $"{canonical}?{condition}", space, member, isCount, isOwn));
}
