using System.Collections.Immutable;
using System.Linq;
using HyperTune.Generators.Declarations;
using HyperTune.Generators.Usage;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace HyperTune.Generators.Diagnostics.Analyzers;

/// <summary>Looks into objectives that are written as lambdas for tuned parameters that they never read.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ObjectiveAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [UsageDescriptors.ParameterNeverRead];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (KnownNames.IsRuntimeReferenced(start.Compilation))
            {
                start.RegisterOperationAction(Analyze, OperationKind.Invocation);
            }
        });
    }

    private static void Analyze(OperationAnalysisContext context)
    {
        var run = (IInvocationOperation)context.Operation;
        if (run.TargetMethod is not { Name: "Run" or "RunAsync", ContainingType: { Name: "Study", TypeArguments.Length: > 0 } study }
            || !StrategyExpression.IsRuntime(study)
            || study.TypeArguments[0] is not INamedTypeSymbol config
            || run.Arguments.Select(static argument => Lambda(argument.Value)).FirstOrDefault(static lambda => lambda is not null) is not { } objective
            || new DeclarationReader(context.Compilation, context.CancellationToken).Read(config) is not { Cases.IsEmpty: true } space)
        {
            return;
        }

        if (ConfigReads.Of(objective, config) is not { } read)
        {
            return;
        }

        // An objective that reads no tuned member at all is a placeholder.
        string[] unread = [.. space.Parameters.Where(parameter => !read.Contains(parameter.MemberName)).Select(static parameter => $"'{parameter.MemberName}'")];
        if (unread.Length > 0 && unread.Length < space.Parameters.Length)
        {
            context.ReportDiagnostic(Diagnostic.Create(
                UsageDescriptors.ParameterNeverRead,
                objective.Symbol.Parameters[0].Locations[0],
                string.Join(", ", unread),
                config.Name));
        }
    }

    private static IAnonymousFunctionOperation? Lambda(IOperation operation) => operation switch
    {
        IConversionOperation conversion => Lambda(conversion.Operand),
        IDelegateCreationOperation creation => Lambda(creation.Target),
        IAnonymousFunctionOperation { Symbol.Parameters.IsEmpty: false } lambda => lambda,
        _ => null,
    };
}
