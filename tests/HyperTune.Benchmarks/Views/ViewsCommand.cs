using System.Diagnostics;
using System.Globalization;
using HyperTune.Views.Documents;
using HyperTune.Views.Pages;

namespace HyperTune.Benchmarks;

/// <summary>How long pages take to make, how large they are, and how fast a browser draws them.</summary>
internal sealed class ViewsCommand : Command
{
    private const int Steps = 10;
    private const int Rounds = 9;

    public override string Name => "views";

    public override string Summary => "how long pages of studies take to make, how large they are, and how fast a browser draws and filters them";

    public override IReadOnlyList<Option> Options { get; } =
    [
        new("--trials", "a,b,...", "trials of the studies; default 1000,10000"),
        new("--playwright", "directory", "the directory of a Playwright package for Node, to measure in Chromium, too; the integration tests have one in .playwright/package beside them"),
    ];

    public override void Run(Arguments arguments, TextWriter output, TextWriter progress)
    {
        output.WriteLine($"Ten parameters, {Steps} intermediate values a trial, every third trial pruned. Median of {Rounds} makings in one process; a browser's figures are of its own script.");
        output.WriteLine();
        output.WriteLine("| trials | reading the result, ms | making the page, ms | page, kB | first paint, ms | a step of a limit, ms |");
        output.WriteLine("|---|---|---|---|---|---|");
        foreach (int trials in arguments.Counts("--trials", [1000, 10_000]))
        {
            StudyResult<Box10> result = Study.Minimize<Box10>(new StudyOptions { Seed = 1, Strategy = Strategy.Random() }).Run(Objective, trials);
            var read = new List<double>();
            var made = new List<double>();
            string page = "";
            for (int round = 0; round < Rounds; round++)
            {
                long begin = Stopwatch.GetTimestamp();
                StudySource source = StudySource.Of(result);
                read.Add(Stopwatch.GetElapsedTime(begin).TotalMilliseconds);
                begin = Stopwatch.GetTimestamp();
                page = Page.Of([source], DateTimeOffset.UnixEpoch);
                made.Add(Stopwatch.GetElapsedTime(begin).TotalMilliseconds);
            }

            string drawn = arguments.Text("--playwright") is { } playwright ? Measure(page, playwright) : "- | -";
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"| {trials} | {Quartiles.Of(read).Median:F0} | {Quartiles.Of(made).Median:F0} | {page.Length / 1000.0:F0} | {drawn} |"));
        }
    }

    private static TrialOutcome Objective(Box10 config, Trial<Box10> trial)
    {
        double value = config.Values.Sum(static x => (x - 0.3) * (x - 0.3));
        for (int step = 1; step <= Steps; step++)
        {
            trial.Report(step, value * (1 + (1.0 / step)));
            if (step == Steps / 2 && trial.Number % 3 == 2)
            {
                return TrialOutcome.Pruned;
            }
        }

        return value;
    }

    private static string Measure(string page, string playwright)
    {
        string file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.html");
        File.WriteAllText(file, page);
        try
        {
            using Process node = Process.Start(new ProcessStartInfo("node", [Path.Combine(AppContext.BaseDirectory, "Views", "measure.cjs"), Path.GetFullPath(playwright), file])
            {
                RedirectStandardOutput = true,
            })!;
            string answer = node.StandardOutput.ReadToEnd().Trim();
            node.WaitForExit();
            return node.ExitCode == 0 ? answer : throw new FaultException($"The browser's measurement ended with {node.ExitCode}.");
        }
        finally
        {
            File.Delete(file);
        }
    }
}
