using System.Collections.Immutable;
using HyperTune.Generators.Declarations;
using HyperTune.Generators.Diagnostics;
using HyperTune.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace HyperTune.Generators.Analyzers;

/// <summary>Reports what <see cref="SpaceRules"/> finds on types marked as search spaces.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SearchSpaceAnalyzer : RuntimeAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
    [
        DeclarationDescriptors.TypeMustBePartial,
        DeclarationDescriptors.ContainerMustBePartial,
        DeclarationDescriptors.UnsupportedDeclaration,
        DeclarationDescriptors.PropertyCannotBeSet,
        DeclarationDescriptors.UnsupportedParameterType,
        DeclarationDescriptors.SeveralDistributions,
        DeclarationDescriptors.CannotBeConstructed,
        DeclarationDescriptors.InvalidName,
        DeclarationDescriptors.DuplicateName,
        DeclarationDescriptors.EmptySearchSpace,
        DeclarationDescriptors.RecursiveSearchSpace,
        RangeDescriptors.LowNotBelowHigh,
        RangeDescriptors.LogBoundNotPositive,
        RangeDescriptors.BoundNotFinite,
        RangeDescriptors.InvalidStep,
        RangeDescriptors.StepDoesNotDivide,
        RangeDescriptors.NoChoices,
        RangeDescriptors.DuplicateChoice,
        RangeDescriptors.ChoiceOfWrongType,
        RangeDescriptors.FractionalBound,
        RangeDescriptors.BoundOutsideType,
        RangeDescriptors.DefaultOutsideRange,
        RangeDescriptors.InvalidStandardDeviation,
        RangeDescriptors.UnboundedInteger,
        RangeDescriptors.DistributionNotForType,
        RangeDescriptors.ImprobableInterval,
        RangeDescriptors.WideUniformRange,
        RangeDescriptors.UnnamedEnumValue,
        RangeDescriptors.InvalidSize,
        ConditionDescriptors.UnknownConditionParameter,
        ConditionDescriptors.CircularCondition,
        ConditionDescriptors.ImpossibleConditionValue,
        ConditionDescriptors.InvalidCondition,
        ConditionDescriptors.OpenUnion,
        ConditionDescriptors.EmptyUnion,
        ConditionDescriptors.NothingToRepeat,
        ConditionDescriptors.InvalidRepeatCount,
        ConditionDescriptors.InvalidConstraint,
        ConditionDescriptors.ExactContinuousValue,
        ConditionDescriptors.UnionNotAbstract,
        ConditionDescriptors.ListNotRepeated,
        ConditionDescriptors.UnknownBound,
        ConditionDescriptors.CircularBound,
        ConditionDescriptors.InvalidBound,
        ConditionDescriptors.EmptyBound,
    ];

    private protected override void Register(CompilationStartAnalysisContext start)
        => start.RegisterSymbolAction(Analyze, SymbolKind.NamedType);

    private static void Analyze(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (UnionRules.FindOutside(type) is { } outside)
        {
            context.ReportDiagnostic(outside.ToDiagnostic());
        }

        if (PartialRules.FindContainer(type, context.CancellationToken) is { } container)
        {
            context.ReportDiagnostic(container.ToDiagnostic());
        }

        var reader = new DeclarationReader(context.Compilation, context.CancellationToken);
        if (reader.Read(type) is not { } space)
        {
            return;
        }

        foreach (Finding finding in SpaceRules.Check(space, context.CancellationToken))
        {
            if (finding.IsReported)
            {
                context.ReportDiagnostic(finding.ToDiagnostic());
            }
        }
    }
}
