// Published with everything unused trimmed away; it uses a part of every feature. See TrimmingTests.
using System.Collections.Immutable;
using System.Text.Json;
using HyperTune;

string file = args[0];
foreach (Strategy strategy in (Strategy[])[Strategy.Random(), Strategy.Sobol(), Strategy.Grid(3), Strategy.Tpe(), Strategy.Bayesian(), Strategy.Auto()])
{
    Study<Config> tuned = Study.Minimize<Config>(new StudyOptions { Seed = 1, Strategy = strategy, Pruner = Pruner.Median() });
    StudyResult<Config> found = await tuned.RunAsync(
        static async (config, trial, cancellationToken) =>
        {
            await Task.Delay(0, cancellationToken);
            return await trial.ReportAsync(0, Loss(config), cancellationToken) ? TrialOutcome.Pruned : Loss(config);
        },
        12);
    Console.WriteLine($"{found.Trials.Count} trials, constraint kept: {found.Trials.All(static trial => trial.Config is { } config && (config.Optimizer is Optimizer.Sgd || config.Hidden.Length <= 2))}");
}

StudyOptions options = new() { Name = "trimmed", Seed = 2, Storage = new JournalStorage(file) };
Study<Config> study = Study.Minimize<Config>(options);
study.Run(Loss, 10);
Study<Config> again = Study.Minimize<Config>(options);
Console.WriteLine($"journal: {again.Trials.Count} trials");

StudyOptions scored = options with { Name = "scored" };
Study.Optimize<Layer, Score>(scored).Run(static layer => new Score(layer.Units, 1, DayOfWeek.Friday, 0.10m, null), 1);
await Study.Optimize<Layer, Score>(scored).Notes.SetAsync("data", "v3");
Console.WriteLine($"records: {Study.Optimize<Layer, Score>(scored).Trials[0].Metrics with { Accuracy = 0 }}, {Study.Optimize<Layer, Score>(scored).Notes}");

Config config = study.Best.Config;
using var stream = new MemoryStream();
using (var writer = new Utf8JsonWriter(stream))
{
    Config.Space.WriteJson(writer, config);
}

var reader = new Utf8JsonReader(stream.ToArray());
Config read = Config.Space.ReadJson(ref reader);
double[] vector = new double[Config.Space.DimensionCount], other = new double[Config.Space.DimensionCount];
Config.Space.Encode(config, vector);
Config.Space.Encode(read, other);
Console.WriteLine($"json: {vector.AsSpan().SequenceEqual(other)}");
Console.WriteLine($"metrics: {string.Join(", ", Score.Metrics.All.Select(static metric => metric.Name))}");
Console.WriteLine($"gradient: {new Config.Gradient { Rate = 1 }}");

static double Loss(Config config) => config.Rate + config.Hidden.Sum(static layer => layer.Units) + (config.Optimizer is Optimizer.Adam adam ? adam.Beta1 : 1);

[SearchSpace]
internal sealed partial record Config
{
    [LogUniform(1e-4, 1e-1)] public double Rate { get; init; } = 1e-3;
    [Choice] public DayOfWeek Day { get; init; }
    [When(nameof(Day), DayOfWeek.Sunday), Uniform(0, 3)] public int Coffee { get; init; }
    [Repeat(1, 3)] public ImmutableArray<Layer> Hidden { get; init; } = [new(16)];
    public required Optimizer Optimizer { get; init; }

    [Constraint] private static bool Fits(Config config) => config.Optimizer is Optimizer.Sgd || config.Hidden.Length <= 2;
}

[SearchSpace]
internal readonly partial record struct Layer([Uniform(16, 64, Step = 16)] int Units);

[SearchSpace]
internal abstract partial record Optimizer
{
    public sealed record Sgd([Uniform(0, 0.99)] double Momentum) : Optimizer;
    public sealed record Adam([Uniform(0.8, 0.999)] double Beta1) : Optimizer;
}

[Metrics]
internal readonly partial record struct Score([Maximize] double Accuracy, [Minimize, AtMost(20)] double Latency, [Record] DayOfWeek Day, [Record] decimal? Cost, [Record] int? Size);
