// Written as a user would who knows the documentation only: every name that programs elsewhere rely on.
using System.Collections.Immutable;
using HyperTune;

// The short way.
Study<TrainingConfig> first = Study.Maximize<TrainingConfig>();
StudyResult<TrainingConfig> quick = first.Run(config => Train(config), 20);
Console.WriteLine(quick.Best.Config.LearningRate is >= 1e-4 and <= 1e-1);
Console.WriteLine(Study.Minimize<Layer>().Run(layer => layer.Dropout, 5).Best.Config is { Units: >= 16 and <= 256 });

// The full way.
string file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
using var source = new CancellationTokenSource();
CancellationToken cancellationToken = source.Token;
var study = Study.Maximize<TrainingConfig>(new StudyOptions
{
    Name = "digits",
    Strategy = Strategy.Bayesian(),
    Pruner = Pruner.SuccessiveHalving(),
    Storage = new JournalStorage(file),
    Seed = 42,
    Parallelism = 4,
});
study.Enqueue(new TrainingConfig { Optimizer = new Optimizer.Adam(1e-3, 0.9) });
StudyResult<TrainingConfig> result = await study.RunAsync(async (config, trial, cancellation) =>
{
    var model = new Model(config);
    for (int epoch = 0; epoch < config.Epochs; epoch++)
    {
        double accuracy = await model.TrainEpochAsync(cancellation);
        if (await trial.ReportAsync(epoch, accuracy, cancellation))
        {
            return TrialOutcome.Pruned;
        }
    }

    return model.Accuracy;
}, new Budget { Trials = 12, Time = TimeSpan.FromHours(1) }, cancellationToken);
Console.WriteLine($"{result.Trials.Count} {result.StopReason}");

// Objectives are told apart by arity.
var small = Study.Minimize<Layer>(new StudyOptions { Seed = 3, Pruner = Pruner.Threshold(upper: 10) });
small.Run((layer, trial) => trial.ShouldPrune ? TrialOutcome.Pruned : layer.Dropout, 2);
small.Run((layer, trial) =>
{
    trial.Report(0, 11);
    trial.ThrowIfPruned();
    return layer.Dropout;
}, 1);
await small.RunAsync(async layer => await Task.FromResult(layer.Dropout), 2);
await small.RunAsync((layer, token) => Task.FromResult(token.CanBeCanceled ? 1 : layer.Dropout), 2);
Console.WriteLine(string.Join(' ', small.Trials.Select(trial => trial.State)));

// Ask and tell.
Trial<TrainingConfig> asked = await study.AskAsync(cancellationToken);
await study.TellAsync(asked, 0.93, cancellationToken);
Trial<TrainingConfig> next = await study.AskAsync();
await study.TellAsync(next, 0.5);

// Every strategy and every pruner.
Strategy[] strategies = [Strategy.Random(), Strategy.Sobol(), Strategy.Grid(3), Strategy.Bayesian(), Strategy.Tpe(), Strategy.Auto()];
Pruner[] pruners =
[
    Pruner.None, Pruner.Median(), Pruner.Percentile(), Pruner.SuccessiveHalving(), Pruner.Hyperband(), Pruner.Threshold(lower: 0), Pruner.Patient(), Pruner.Wilcoxon(),
];
foreach (Strategy strategy in strategies)
{
    Study.Minimize<Optimizer>(new StudyOptions { Strategy = strategy, Seed = 1 }).Run(Rate, 4);
}

Console.WriteLine($"{strategies.Length} {pruners.Length}");

// What the compiler gives back.
Console.WriteLine(TrainingConfig.Space.LearningRate);
Console.WriteLine($"{TrainingConfig.Space.Parameters.Length} parameters, {(TrainingConfig.Space.Cardinality is null ? "infinitely many" : "few")} configs, {TrainingConfig.Space.Fingerprint.ToString()!.Length > 0}");
double[] vector = new double[TrainingConfig.Space.DimensionCount];
TrainingConfig drawn = TrainingConfig.Space.Sample(new Random(1));
TrainingConfig.Space.Encode(drawn, vector);
Console.WriteLine(RoundTrips<TrainingConfig>(vector) && RoundTrips<Optimizer>([0, 0.1, 0.5, double.NaN, double.NaN]));
Console.WriteLine(TrainingConfig.Space.Default.Units);
Console.WriteLine(Describe(drawn.Optimizer).Length > 0);
Console.WriteLine(new TrainingConfig.Gradient { LearningRate = 0.5 }.LearningRate);
Console.WriteLine(SearchSpace.Compare(TrainingConfig.Space, TrainingConfig.Space).IsEmpty);
Console.WriteLine(new Score(0.9, 12, 100).Accuracy);
File.Delete(file);

static double Train(TrainingConfig config) => -Math.Abs(Math.Log10(config.LearningRate) + 2);

static double Rate(Optimizer optimizer) => optimizer switch { Optimizer.Sgd sgd => sgd.LearningRate, Optimizer.Adam adam => adam.LearningRate, _ => 1 };

static string Describe(Optimizer optimizer) => optimizer switch
{
    Optimizer.Sgd(var rate, _) => $"sgd {rate}",
    Optimizer.Adam(var rate, _) => $"adam {rate}",
    _ => "",
};

static bool RoundTrips<T>(double[] vector)
    where T : ISearchSpace<T>
{
    double[] again = new double[vector.Length];
    T.Space.Encode(T.Space.Decode(vector), again);
    return vector.AsSpan().SequenceEqual(again);
}

[SearchSpace]
public sealed partial record TrainingConfig
{
    /// <summary>Adam's step size.</summary>
    [LogUniform(1e-4, 1e-1)] public double LearningRate { get; init; } = 1e-3;
    [Uniform(16, 256, Step = 16)] public int Units { get; init; } = 64;
    [Choice("relu", "tanh")] public string Activation { get; init; } = "relu";
    [Choice] public bool Augment { get; init; }
    [When(nameof(Augment), true), Uniform(0, 30)] public double MaxRotation { get; init; }
    [Normal(0.8, 0.1, Low = 0.5, High = 1)] public double Subsample { get; init; } = 0.8;
    [Repeat(1, 4)] public ImmutableArray<Layer> Hidden { get; init; } = [new(64, 0.1)];
    public required Optimizer Optimizer { get; init; }
    public int Epochs { get; init; } = 30;

    [Constraint] private static bool FitsInMemory(TrainingConfig c) => c.Units * c.Hidden.Length <= 512;
}

[SearchSpace] public partial record struct Layer([Uniform(16, 256, Step = 16)] int Units, [Uniform(0, 0.5)] double Dropout);

[SearchSpace]
public abstract partial record Optimizer
{
    public sealed partial record Sgd([LogUniform(1e-3, 1)] double LearningRate, [Uniform(0, 0.99)] double Momentum) : Optimizer;
    public sealed partial record Adam([LogUniform(1e-5, 1e-1)] double LearningRate, [Uniform(0.8, 0.999)] double Beta1) : Optimizer;
}

[Metrics] public readonly partial record struct Score([Maximize] double Accuracy, [Minimize] double LatencyMs, [AtMost(512)] double MemoryMb);

internal sealed class Model(TrainingConfig config)
{
    public double Accuracy { get; private set; }

    public async Task<double> TrainEpochAsync(CancellationToken cancellationToken)
    {
        await Task.Delay(0, cancellationToken);
        Accuracy += (1 - Accuracy) * config.LearningRate;
        return Accuracy;
    }
}
