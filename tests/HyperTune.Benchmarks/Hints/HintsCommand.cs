using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using HyperTune.Generators.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using SpaceOutline = HyperTune.Generators.Hints.SpaceOutline;

namespace HyperTune.Benchmarks;

/// <summary>What hints cost: at the end of a study, and at every keystroke in an editor.</summary>
internal sealed class HintsCommand : Command
{
    private const int TypeCount = 100;
    private const double MillisecondsAim = 200;

    public override string Name => "hints";

    public override string Summary => "milliseconds of a study's hints by its trials, and of the analyzer that shows them after an edit elsewhere";

    public override IReadOnlyList<Option> Options { get; } =
    [
        new("--trials", "a,b,...", "numbers of trials, of ten parameters; default 100,1000,10000"),
        new("--rounds", "count", "runs of each kind, of which the fastest counts; default 5"),
    ];

    public override void Run(Arguments arguments, TextWriter output, TextWriter progress)
    {
        int rounds = arguments.Count("--rounds", 5);
        output.WriteLine($"Processor time in milliseconds, the fastest of {rounds} rounds; {Machine.Describe()}.");
        output.WriteLine();
        output.WriteLine("| trials | all hints | of it importance | of it the model of the noise |");
        output.WriteLine("|---|---|---|---|");
        double last = 0;
        foreach (int trials in arguments.Counts("--trials", [100, 1000, 10_000]))
        {
            Study<Box10> study = Study.Minimize<Box10>(new StudyOptions { Seed = 1, Strategy = Strategy.Random() });
            study.Run(static (config, trial) => Math.Abs(config.Values[0] - 1) + Math.Abs(config.Values[1] - 2) + (0.05 * new RandomStream(2, (ulong)trial.Number).NextNormal()), trials);
            int again = trials;
            double all = Fastest(rounds, () => Changed(study, again++).Hints());
            double importance = Fastest(rounds, () => study.GetResult().Importance());
            double model = Fastest(rounds, () => _ = Changed(study, again++).BestReason);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {trials} | {all:F0} | {importance:F0} | {model:F0} |"));
            last = all;
        }

        output.WriteLine();
        Aim.Write(output, "milliseconds of the hints of the longest study", last, MillisecondsAim);
        output.WriteLine();
        WriteAnalyzer(rounds, output);
    }

    // What is kept for the latest moment is not what is to be measured.
    private static StudyResult<Box10> Changed(Study<Box10> study, int seed)
    {
        study.Add(Box10.Space.Sample(new Random(seed)), 1);
        return study.GetResult();
    }

    private static void WriteAnalyzer(int rounds, TextWriter output)
    {
        var project = new SourceProject(TypeCount);
        CSharpCompilation before = project.After(Edit.Elsewhere);
        string fingerprint = SpaceOutline.Of(before.GetTypeByMetadataName("App.Models.Config0")!, before, CancellationToken.None)!.Fingerprint();
        ImmutableArray<AdditionalText> digest =
            [new Digest($"hypertune-hints\t1\nstudy\ts\tApp.Models.Config0\t{fingerprint}\t9\nbound\tLearningRate\tupper\t1\tthere\nfixed\tDropout\t0.2\tidle\nend\t4\n")];
        output.WriteLine($"Milliseconds that an analyzer takes after an edit elsewhere, {TypeCount} types of {SourceProject.PropertiesPerType} properties:");
        output.WriteLine();
        output.WriteLine("| hints, no item | hints, one study | the rules of declarations, for comparison |");
        output.WriteLine("|---|---|---|");
        double without = AnalyzerTime(project, new StudyHintAnalyzer(), [], rounds);
        double with = AnalyzerTime(project, new StudyHintAnalyzer(), digest, rounds);
        double rules = AnalyzerTime(project, new SearchSpaceAnalyzer(), [], rounds);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {without:F2} | {with:F2} | {rules:F2} |"));
    }

    private static double AnalyzerTime(SourceProject project, DiagnosticAnalyzer analyzer, ImmutableArray<AdditionalText> files, int rounds)
    {
        double fastest = double.PositiveInfinity;
        for (int round = 0; round <= rounds; round++)
        {
            CSharpCompilation compilation = project.After(Edit.Elsewhere);
            _ = compilation.GetDiagnostics();
            CompilationWithAnalyzers attached = compilation.WithAnalyzers(
                [analyzer], new CompilationWithAnalyzersOptions(new AnalyzerOptions(files), onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: true));
            _ = attached.GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult();
            TimeSpan time = attached.GetAnalyzerTelemetryInfoAsync(analyzer, CancellationToken.None).GetAwaiter().GetResult()!.ExecutionTime;
            fastest = round == 0 ? fastest : Math.Min(fastest, time.TotalMilliseconds);
        }

        return fastest;
    }

    private static double Fastest(int rounds, Action action)
    {
        double fastest = double.PositiveInfinity;
        for (int round = 0; round <= rounds; round++)
        {
            TimeSpan before = Environment.CpuUsage.TotalTime;
            action();
            double time = (Environment.CpuUsage.TotalTime - before).TotalMilliseconds;
            fastest = round == 0 ? fastest : Math.Min(fastest, time);
        }

        return fastest;
    }

    private sealed class Digest(string text) : AdditionalText
    {
        private readonly SourceText _text = SourceText.From(text, Encoding.UTF8);

        public override string Path => "s.journal.hints";

        public override SourceText GetText(CancellationToken cancellationToken = default) => _text;
    }
}
