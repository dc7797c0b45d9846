using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using HyperTune.Generators.Declarations;
using HyperTune.Generators.Diagnostics;
using HyperTune.Generators.Rules;
using HyperTune.Generators.Usage;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace HyperTune.Generators.Analyzers;

/// <summary>Looks for tuned parameters that the objective never reads: a lambda does not use them, or the type as which a method takes the config does not show them.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ObjectiveAnalyzer : RuntimeAnalyzer
{
    private const int MostNames = 5;

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [UsageDescriptors.ParameterNeverRead];

    private protected override void Register(CompilationStartAnalysisContext start)
        => start.RegisterOperationAction(Analyze, OperationKind.Invocation);

    private static void Analyze(OperationAnalysisContext context)
    {
        var run = (IInvocationOperation)context.Operation;
        if (RunCall.Of(run.TargetMethod) is not { } call
            || run.TargetMethod.ContainingType.TypeArguments[0] is not INamedTypeSymbol config
            || run.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == call.Objective) is not { } argument
            || Find(argument.Value, config, call.Config) is not { } objective
            || new DeclarationReader(context.Compilation, context.CancellationToken).Read(config) is not { Cases.IsEmpty: true } space
            || !SpaceRules.IsValid(space, context.CancellationToken))
        {
            return;
        }

        // An objective that reads no tuned member at all is a placeholder.
        string[] unread = [.. space.Parameters.Where(parameter => !objective.Read.Contains(parameter.MemberName)).Select(static parameter => $"'{parameter.MemberName}'")];
        if (unread.Length > 0 && unread.Length < space.Parameters.Length)
        {
            context.ReportDiagnostic(Diagnostic.Create(
                UsageDescriptors.ParameterNeverRead,
                objective.Place,
                objective.Severity,
                additionalLocations: null,
                properties: null,
                Enumerate(unread),
                config.Name));
        }
    }

    // A message of hundreds of names says less than one of a few.
    private static string Enumerate(string[] names)
        => names.Length <= MostNames
            ? string.Join(", ", names)
            : $"{string.Join(", ", names.Take(MostNames))} and {(names.Length - MostNames).ToString(CultureInfo.InvariantCulture)} more";

    /// <summary>What an objective reads of the config, and where and how to report what it does not; null where that cannot be known.</summary>
    /// <remarks>A type that does not show a parameter can never reach it; a lambda may be a sketch that will read it one day.</remarks>
    private static (HashSet<string> Read, Location Place, DiagnosticSeverity Severity)? Find(IOperation argument, INamedTypeSymbol config, int place)
    {
        if (Lambda(argument) is { } lambda)
        {
            return lambda.Symbol.Parameters.Length > place && ConfigReads.Of(lambda, place) is { } read
                ? (read, lambda.Symbol.Parameters[place].Locations[0], DiagnosticSeverity.Info)
                : null;
        }

        return SeenType(argument, place) is { } seen && ConfigView.Of(seen, config) is { } visible
            ? (visible, argument.Syntax.GetLocation(), DiagnosticSeverity.Warning)
            : null;
    }

    /// <summary>The type as which a method or a delegate that is no lambda takes its config.</summary>
    private static ITypeSymbol? SeenType(IOperation operation, int place) => operation switch
    {
        IDelegateCreationOperation { Target: IMethodReferenceOperation { Method.Parameters: { } parameters } } when parameters.Length > place => parameters[place].Type,
        IConversionOperation { Operand.Type: INamedTypeSymbol { DelegateInvokeMethod.Parameters: { } parameters } } when parameters.Length > place => parameters[place].Type,
        _ => null,
    };

    private static IAnonymousFunctionOperation? Lambda(IOperation operation) => operation switch
    {
        IConversionOperation conversion => Lambda(conversion.Operand),
        IDelegateCreationOperation creation => Lambda(creation.Target),
        IAnonymousFunctionOperation { Symbol.Parameters.IsEmpty: false } lambda => lambda,
        _ => null,
    };
}
