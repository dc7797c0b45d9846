using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using HyperTune.Generators.Declarations;
using HyperTune.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace HyperTune.Generators.Rules;

/// <summary>HT1010: attributes in places where they mean nothing.</summary>
internal static class PlacementRules
{
    public static IEnumerable<Finding> Check(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        if (AttributeReader.IsSearchSpace(type) && type.IsStatic)
        {
            // That a static class is no space says it all.
            return [];
        }

        return CheckTuning(type, cancellationToken)
            .Concat(CheckMetrics(type, cancellationToken))
            .Concat(FindCaseName(type, cancellationToken));
    }

    private static IEnumerable<Finding> CheckTuning(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        // However many members are annotated, what is missing is one attribute on the type.
        bool isSpace = AttributeReader.IsSearchSpace(type) || AttributeReader.IsCase(type);
        // A case in the wrong place is reported as that.
        bool isTypeReported = isSpace || UnionRules.FindOutside(type) is not null || (type.BaseType is { } union && UnionRules.FindConcrete(union) is not null);
        IMethodSymbol? primary = ConfigMember.FindPrimaryConstructor(type, cancellationToken);
        ImmutableArray<ConfigMember> members = isSpace ? ConfigMember.In(type, cancellationToken) : [];
        foreach (ISymbol member in AttributeCarriers.In(type))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (member.GetAttributes().FirstOrDefault(static attribute => AttributeReader.IsTuning(attribute)) is not { } attribute)
            {
                continue;
            }

            if ((AttributeCarriers.FindReason(member, primary) ?? (isSpace ? FindUntuned(member, members) : null)) is { } reason)
            {
                yield return Report(member, attribute, reason, cancellationToken);
            }
            else if (!isTypeReported)
            {
                isTypeReported = true;
                yield return ReportType(type, member, attribute, "SearchSpace", cancellationToken);
            }
        }
    }

    private static IEnumerable<Finding> CheckMetrics(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        bool isTypeReported = AttributeReader.Find(type, "MetricsAttribute") is not null;
        bool isMetrics = isTypeReported;
        IMethodSymbol? primary = ConfigMember.FindPrimaryConstructor(type, cancellationToken);
        foreach (ISymbol member in AttributeCarriers.In(type))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (member.GetAttributes().FirstOrDefault(static attribute => AttributeReader.IsMetric(attribute)) is not { } attribute)
            {
                continue;
            }

            // Within a marked type the properties are the metrics' own rules' business.
            if (isMetrics && member is IPropertySymbol)
            {
                continue;
            }

            if (AttributeCarriers.FindReason(member, primary) is { } reason)
            {
                yield return Report(member, attribute, reason, cancellationToken);
            }
            else if (isMetrics && !ConfigMember.In(type, cancellationToken).Any(candidate => candidate.Is(member) && candidate.Property is not null))
            {
                yield return Report(member, attribute, "nothing reads the parameter back; make the type a record struct, or put the attribute on a property", cancellationToken);
            }
            else if (!isTypeReported)
            {
                isTypeReported = true;
                yield return ReportType(type, member, attribute, "Metrics", cancellationToken);
            }
        }
    }

    // A space has no name of its own; its members and cases have.
    private static IEnumerable<Finding> FindCaseName(INamedTypeSymbol type, CancellationToken cancellationToken)
        => AttributeReader.Find(type, "StableNameAttribute") is { } attribute && !AttributeReader.IsCase(type)
            ? [Report(type, attribute, "only the cases of a conditional space, and the members of a space, have a name in studies", cancellationToken)]
            : [];

    /// <summary>Why a member that could be tuned is not; null where it is.</summary>
    private static string? FindUntuned(ISymbol member, ImmutableArray<ConfigMember> members)
    {
        if (member is IMethodSymbol)
        {
            return null;
        }

        // Of two members with one name, which the compiler reports, the second is none.
        bool isTuned = members.Any(candidate => (candidate.Is(member) || candidate.Name == member.Name)
            && (!candidate.Distributions.IsEmpty
                || candidate.Repeat is not null
                || ValueKinds.Of(DeclarationReader.WithoutNullable(candidate.Type)) == ValueKind.Space));
        return isTuned ? null : $"'{member.Name}' is not tuned; give it a distribution";
    }

    private static Finding ReportType(INamedTypeSymbol type, ISymbol member, AttributeData attribute, string mark, CancellationToken cancellationToken)
        => type.TypeKind == TypeKind.Interface
            ? Report(member, attribute, "an interface has no instances; put it on the member of a class, record or struct", cancellationToken)
            : Report(member, attribute, $"'{type.Name}' is not marked with [{mark}]", cancellationToken) with
            {
                Properties = mark == "Metrics" && type.TypeKind != TypeKind.Struct ? null : FixData.MarkType(mark),
            };

    private static Finding Report(ISymbol member, AttributeData attribute, string reason, CancellationToken cancellationToken) => new(
        DeclarationDescriptors.AttributeWithoutSearchSpace,
        () => AttributePlaces.Whole(attribute, cancellationToken),
        [AttributeReader.DisplayName(attribute), member.Name, reason]);
}
