using System.Collections.Immutable;
using System.Reflection;
using HyperTune.Generators.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace HyperTune.Generators.Tests;

/// <summary>The analyzers that come with the SDK, every rule of them on (<c>AnalysisMode</c> All), and those of trimming, with our suppressor beside them.</summary>
internal static class SdkAnalyzers
{
    private static readonly Lazy<ImmutableArray<DiagnosticAnalyzer>> Instances = new(static () =>
    [
        .. Files().Select(Assembly.LoadFrom)
            .SelectMany(static assembly => assembly.GetTypes())
            .Where(static type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !type.IsAbstract
                && type.GetCustomAttribute<DiagnosticAnalyzerAttribute>()?.Languages.Contains(LanguageNames.CSharp) == true)
            .OrderBy(static type => type.FullName, StringComparer.Ordinal)
            .Select(static type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ]);

    /// <summary>How many rules there are.</summary>
    public static int RuleCount => Rules().Distinct(StringComparer.Ordinal).Count();

    /// <summary>What they report, less what is suppressed.</summary>
    public static async Task<ImmutableArray<Diagnostic>> RunAsync(Compilation compilation)
    {
        CompilationOptions options = compilation.Options.WithSpecificDiagnosticOptions(
            Rules().Distinct(StringComparer.Ordinal).ToDictionary(static id => id, static _ => ReportDiagnostic.Warn, StringComparer.Ordinal));
        var analysis = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([], new Properties()),
            onAnalyzerException: static (exception, analyzer, _) => throw new InvalidOperationException($"{analyzer} threw.", exception),
            concurrentAnalysis: true,
            logAnalyzerExecutionTime: false);
        ImmutableArray<DiagnosticAnalyzer> analyzers = [.. Instances.Value, new UnionSuppressor()];
        return [.. (await compilation.WithOptions(options).WithAnalyzers(analyzers, analysis).GetAnalyzerDiagnosticsAsync()).Where(static one => !one.IsSuppressed)];
    }

    private static IEnumerable<string> Rules()
        => Instances.Value.SelectMany(static analyzer => analyzer.SupportedDiagnostics).Select(static descriptor => descriptor.Id);

    private static IEnumerable<string> Files()
    {
        // <root>/shared/Microsoft.NETCore.App/<version>/System.Private.CoreLib.dll
        string runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        string sdk = Newest(Path.GetFullPath(Path.Combine(runtime, "..", "..", "..", "sdk")));
        string trimming = Newest(Path.Combine(PackageRoot(), "microsoft.net.illink.tasks"));
        return
        [
            .. Directory.EnumerateFiles(Path.Combine(sdk, "Sdks", "Microsoft.NET.Sdk", "analyzers"), "Microsoft.CodeAnalysis.*NetAnalyzers.dll")
                .Where(static file => !file.Contains("VisualBasic", StringComparison.Ordinal)),
            Path.Combine(trimming, "analyzers", "dotnet", "cs", "ILLink.RoslynAnalyzer.dll"),
        ];
    }

    private static string Newest(string directory)
        => Directory.EnumerateDirectories(directory)
            .OrderBy(static path => Version.TryParse(Path.GetFileName(path), out Version? version) ? version : new Version())
            .Last();

    private static string PackageRoot()
        => typeof(SdkAnalyzers).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static metadata => metadata.Key == "NuGetPackageRoot").Value!;

    /// <summary>What a project says that is trimmed, and compiled in advance.</summary>
    private sealed class Properties : AnalyzerConfigOptionsProvider
    {
        private static readonly Options Project = new(new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            ["build_property.EnableTrimAnalyzer"] = "true",
            ["build_property.EnableAotAnalyzer"] = "true",
            ["build_property.EnableSingleFileAnalyzer"] = "true",
            ["build_property.TargetFramework"] = "net10.0",
        });

        private static readonly Options None = new([]);

        public override AnalyzerConfigOptions GlobalOptions => Project;

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => None;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => None;
    }

    private sealed class Options(Dictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}
