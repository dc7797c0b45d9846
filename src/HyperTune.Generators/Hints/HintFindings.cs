using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using HyperTune.Generators.Declarations;
using HyperTune.Generators.Diagnostics;
using HyperTune.Generators.Rules;
using HyperTune.Spaces.Distributions;
using HyperTune.Text;
using Microsoft.CodeAnalysis;

namespace HyperTune.Generators.Hints;

/// <summary>
/// What studies found out about the types of a compilation, by the types that declare what it is about: those that a digest names, and those that lie within them.
/// </summary>
internal sealed class HintFindings
{
    private readonly Dictionary<INamedTypeSymbol, List<Finding>> _byType = new(SymbolEqualityComparer.Default);
    private readonly HashSet<(string Id, SyntaxNode? Place, bool IsUpper)> _told = [];
    private readonly CancellationToken _cancellationToken;

    private HintFindings(CancellationToken cancellationToken) => _cancellationToken = cancellationToken;

    /// <summary>The findings of all studies. Of two about the same thing, the first counts.</summary>
    public static HintFindings Of(Compilation compilation, ImmutableArray<DigestStudy> studies, CancellationToken cancellationToken)
    {
        var findings = new HintFindings(cancellationToken);
        foreach (DigestStudy study in studies)
        {
            foreach (INamedTypeSymbol type in compilation.GetTypesByMetadataName(study.Type))
            {
                if (SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, compilation.Assembly) && SpaceOutline.Of(type, compilation, cancellationToken) is { } outline)
                {
                    findings.Add(study, type, outline);
                }
            }
        }

        return findings;
    }

    /// <summary>The findings about what a type declares.</summary>
    public IReadOnlyList<Finding> About(INamedTypeSymbol type) => _byType.TryGetValue(type.OriginalDefinition, out List<Finding>? findings) ? findings : [];

    private void Add(DigestStudy study, INamedTypeSymbol type, SpaceOutline outline)
    {
        if (outline.Fingerprint() != study.Fingerprint)
        {
            Add(type, Place(type), new Finding(UsageDescriptors.StaleStudy, () => type.Locations[0], [study.Name, type.Name]));
            return;
        }

        ILookup<string, OutlineEntry> entries = outline.Entries.ToLookup(static entry => entry.Name, StringComparer.Ordinal);
        foreach (DigestHint hint in study.Hints)
        {
            if (hint.Kind == HintDigestFormat.Default)
            {
                AddDefault(study, type, hint, entries);
            }
            else if (entries[hint.Parameter].FirstOrDefault() is { Member: { } member } entry && SourceOf(entry, member) is not null)
            {
                if (hint.Kind == HintDigestFormat.Bound)
                {
                    AddBound(study, hint, entry, member);
                }
                else
                {
                    AddFixed(study, hint, entry, member, outline);
                }
            }
        }
    }

    private void AddBound(DigestStudy study, DigestHint hint, OutlineEntry entry, ParameterDeclaration member)
    {
        double wider = hint.Value;
        if (entry.IsCount)
        {
            RepeatDeclaration repeat = member.Repeat!;
            bool isWider = wider == Math.Floor(wider) && (hint.IsUpper ? wider > repeat.Maximum && wider <= int.MaxValue : wider < repeat.Minimum && wider >= 0);
            Report(isWider, () => AttributePlaces.Argument(repeat.Attribute, hint.IsUpper ? 1 : 0, hint.IsUpper ? "maximum" : "minimum", _cancellationToken), hint.IsUpper ? "maximum" : "minimum");
            return;
        }

        if (member.Composite is not null || member.Distributions.IsEmpty || (hint.IsUpper ? NumberArgument.High(member.Distributions[0]) : NumberArgument.Low(member.Distributions[0])) is not { Given: { } end } argument)
        {
            return;
        }

        DistributionDeclaration distribution = member.Distributions[0];
        (double least, double most) = member.Kind.Limits();
        bool fits = (hint.IsUpper ? wider > end : wider < end)
            && wider >= least && wider <= most
            && (!member.Kind.IsInteger() || wider == Math.Floor(wider))
            && (wider > 0 || distribution.Kind is not (DistributionKind.LogUniform or DistributionKind.LogNormal))
            && (distribution.Step is not { } step || StepArithmetic.IsWhole(Misfit.Low(distribution), wider, step));
        Report(fits, () => argument.GetLocation(_cancellationToken), hint.IsUpper ? "high" : "low");

        void Report(bool fits, Func<Location> locate, string argumentName) => Add(
            entry.Space.Type,
            SourceOf(entry, member),
            new Finding(UsageDescriptors.BindingBound, locate, [study.Name, hint.Text], fits ? FixData.ReplaceArgument(argumentName, NumberText.Of(wider)) : null),
            hint.IsUpper);
    }

    private void AddFixed(DigestStudy study, DigestHint hint, OutlineEntry entry, ParameterDeclaration member, SpaceOutline outline)
    {
        // What is declared once and used in several places has to be without effect in all of them.
        HashSet<string> idle = [.. study.Hints.Where(static other => other.Kind == HintDigestFormat.Fixed).Select(static other => OutlineEntry.WithoutIndices(other.Parameter))];
        SyntaxNode? place = SourceOf(entry, member);
        if (entry.IsCount || member.Distributions.IsEmpty || member.Composite is not null
            || outline.Entries.Any(other => !other.IsCount && other.Member is { } same && SourceOf(other, same) == place && !idle.Contains(other.Declared)))
        {
            return;
        }

        Add(entry.Space.Type, place, new Finding(UsageDescriptors.UnimportantParameter, () => member.Distributions[0].GetLocation(_cancellationToken), [study.Name, hint.Text], FixAt(entry.Space, member, hint.Value)));
    }

    // Other attributes would mean nothing any more, and a space needs a parameter.
    private ImmutableDictionary<string, string?>? FixAt(SpaceDeclaration space, ParameterDeclaration member, double value)
    {
        bool isAlone = member.Repeat is null
            && member.Symbol.GetAttributes().Count(AttributeReader.IsTuning) == 1
            && space.Parameters.Length > 1
            && space.Parameters.All(other => other.When?.ParameterName != member.MemberName && other.Bounds.All(bound => bound.ParameterName != member.MemberName));
        return isAlone && InitializerPlace.Find(space.Type, member, _cancellationToken) is not null && HintLiteral.Of(member, value, _cancellationToken) is { } literal
            ? FixData.Initialize([(member.Symbol.Name, literal)])
            : null;
    }

    private void AddDefault(DigestStudy study, INamedTypeSymbol type, DigestHint hint, ILookup<string, OutlineEntry> entries)
    {
        SyntaxTree? tree = type.Locations[0].SourceTree;
        bool differs = false;
        var initializers = new List<(string Member, string Literal)>();
        foreach ((string name, double value) in hint.Values)
        {
            if (entries[name].FirstOrDefault() is not { IsOwn: true, Member: { } member } || HintLiteral.IsDefault(member, value))
            {
                continue;
            }

            differs = true;
            if (InitializerPlace.Find(type, member, _cancellationToken) is { } place && place.SyntaxTree == tree && HintLiteral.Of(member, value, _cancellationToken) is { } literal)
            {
                initializers.Add((member.Symbol.Name, literal));
            }
        }

        if (differs)
        {
            Add(type, Place(type), new Finding(UsageDescriptors.BetterDefault, () => type.Locations[0], [study.Name, hint.Text], initializers.Count == 0 ? null : FixData.Initialize(initializers)));
        }
    }

    private void Add(INamedTypeSymbol type, SyntaxNode? place, Finding finding, bool isUpper = false)
    {
        if (!_told.Add((finding.Descriptor.Id, place, isUpper)))
        {
            return;
        }

        if (!_byType.TryGetValue(type.OriginalDefinition, out List<Finding>? findings))
        {
            _byType.Add(type.OriginalDefinition, findings = []);
        }

        findings.Add(finding);
    }

    private SyntaxNode? Place(INamedTypeSymbol type) => type.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(_cancellationToken);

    // The attribute that the parameter comes from; null where it lies in another assembly.
    private SyntaxNode? SourceOf(OutlineEntry entry, ParameterDeclaration member)
        => (entry.IsCount ? member.Repeat!.Attribute : member.Distributions[0].Attribute).ApplicationSyntaxReference?.GetSyntax(_cancellationToken);
}
