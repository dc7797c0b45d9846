using HyperTune.Generators.Declarations;
using Microsoft.CodeAnalysis.Diagnostics;

namespace HyperTune.Generators.Analyzers;

/// <summary>An analyzer of compilations that reference the runtime; in all others there is nothing for it to do.</summary>
public abstract class RuntimeAnalyzer : DiagnosticAnalyzer
{
    private protected RuntimeAnalyzer()
    {
    }

    /// <inheritdoc/>
    public sealed override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (KnownNames.IsRuntimeReferenced(start.Compilation))
            {
                Register(start);
            }
        });
    }

    private protected abstract void Register(CompilationStartAnalysisContext start);
}
