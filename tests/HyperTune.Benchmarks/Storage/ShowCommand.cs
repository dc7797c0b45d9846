using System.Diagnostics;
using System.Globalization;

namespace HyperTune.Benchmarks;

/// <summary>How long <c>hypertune show</c> takes on a long journal, its start included, beside other builds of the tool.</summary>
internal sealed class ShowCommand : Command
{
    private const double TicksPerSecond = 100;

    public override string Name => "show";

    public override string Summary => "how long the tool takes to show the study of a long journal, one build of it beside another";

    public override IReadOnlyList<Option> Options { get; } =
    [
        new("--tools", "a,b,...", "the builds to time, each a path of HyperTune.Cli.dll"),
        new("--journal", "path", "the journal; default a new one of random search in 10 parameters, whose first trial has the default config"),
        new("--trials", "count", "trials of the new journal; default 100000"),
        new("--rounds", "count", "how often each build is timed, in turn; default 5"),
    ];

    public override void Run(Arguments arguments, TextWriter output, TextWriter progress)
    {
        string[] tools = arguments.Text("--tools")?.Split(',') ?? throw new UsageException("Name the builds to time: --tools a/HyperTune.Cli.dll,b/HyperTune.Cli.dll");
        DirectoryInfo directory = Directory.CreateTempSubdirectory("hypertune-");
        try
        {
            string journal = arguments.Text("--journal") ?? Write(Path.Combine(directory.FullName, "long.journal"), arguments.Count("--trials", 100_000));
            int rounds = arguments.Count("--rounds", 5);
            var times = tools.ToDictionary(static tool => tool, static _ => new List<(double Wall, double Processor)>());
            for (int round = 0; round < rounds; round++)
            {
                foreach (string tool in tools)
                {
                    times[tool].Add(Show(tool, journal));
                }
            }

            output.WriteLine(Machine.Describe());
            output.WriteLine();
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"`hypertune show` of {new FileInfo(journal).Length / 1e6:F0} MB, median (least) of {rounds} rounds in turn:"));
            output.WriteLine();
            output.WriteLine("| tool | wall, s | processor, s |");
            output.WriteLine("|---|---|---|");
            foreach ((string tool, List<(double Wall, double Processor)> of) in times)
            {
                output.WriteLine($"| {tool} | {Text(of.Select(static time => time.Wall))} | {Text(of.Select(static time => time.Processor))} |");
            }
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    private static string Write(string path, int trials)
    {
        Study<WideConfig> study = Study.Minimize<WideConfig>(
            new StudyOptions { Name = "long", Seed = 1, Strategy = Strategy.Random(), Storage = new JournalStorage(path) { Durability = JournalDurability.None } });
        study.Enqueue(WideConfig.Space.Default);
        study.Run(static config => config.A, trials);
        return path;
    }

    private static (double Wall, double Processor) Show(string tool, string journal)
    {
        double before = ProcessorOfEnded();
        long begin = Stopwatch.GetTimestamp();
        using Process process = Process.Start(new ProcessStartInfo("dotnet", [tool, "show", journal]) { RedirectStandardOutput = true })!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        double wall = Stopwatch.GetElapsedTime(begin).TotalSeconds;
        return process.ExitCode == 0 ? (wall, ProcessorOfEnded() - before) : throw new InvalidOperationException($"'{tool} show' ended with {process.ExitCode}.");
    }

    // What the processes took that this one started and that have ended, where the system says it; a busy machine changes it less than the wall clock.
    private static double ProcessorOfEnded()
    {
        if (!File.Exists("/proc/self/stat"))
        {
            return double.NaN;
        }

        string text = File.ReadAllText("/proc/self/stat");
        string[] words = text[(text.LastIndexOf(')') + 2)..].Split(' ');
        return (long.Parse(words[13], CultureInfo.InvariantCulture) + long.Parse(words[14], CultureInfo.InvariantCulture)) / TicksPerSecond;
    }

    private static string Text(IEnumerable<double> times) => string.Create(CultureInfo.InvariantCulture, $"{Quartiles.Of([.. times]).Median:F2} ({times.Min():F2})");
}
