using System.Collections.Immutable;
using System.Linq;
using HyperTune.Generators.Declarations;
using HyperTune.Generators.Diagnostics;
using HyperTune.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace HyperTune.Generators.Analyzers;

/// <summary>Looks into the bodies of constraints.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ConstraintAnalyzer : RuntimeAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [ConditionDescriptors.ConstraintIgnoresArgument];

    private protected override void Register(CompilationStartAnalysisContext start)
        => start.RegisterOperationBlockAction(Analyze);

    private static void Analyze(OperationBlockAnalysisContext context)
    {
        // One of the wrong shape has that to mend first.
        if (context.OwningSymbol is not IMethodSymbol method
            || AttributeReader.Find(method, "ConstraintAttribute") is not { } attribute
            || !new ConstraintDeclaration(method, attribute).HasRightShape
            || !(AttributeReader.IsSearchSpace(method.ContainingType) || AttributeReader.IsCase(method.ContainingType))
            || context.OperationBlocks.Any(block => Reads(block, method.Parameters[0])))
        {
            return;
        }

        // A body that does not compile may read the argument once it does.
        if (context.OperationBlocks.SelectMany(static block => block.DescendantsAndSelf()).All(static operation => operation is not IInvalidOperation))
        {
            IParameterSymbol parameter = method.Parameters[0];
            context.ReportDiagnostic(Diagnostic.Create(ConditionDescriptors.ConstraintIgnoresArgument, Places.Identifier(parameter), method.Name, parameter.Name));
        }
    }

    private static bool Reads(IOperation block, IParameterSymbol parameter)
        => block.DescendantsAndSelf().Any(operation => operation is IParameterReferenceOperation reference
            && reference.Parent is not INameOfOperation
            && SymbolEqualityComparer.Default.Equals(reference.Parameter, parameter));
}
