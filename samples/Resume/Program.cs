using System.Globalization;
using HyperTune;

// Tunes until 30 trials are done, however often it is killed in between. Arguments: the journal, and the milliseconds that a trial takes.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
string journal = args.Length > 0 ? args[0] : "resume.journal";
int milliseconds = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 300;

Study<CoffeeConfig> study = Study.Maximize<CoffeeConfig>(new StudyOptions
{
    Name = "coffee",
    Seed = 1,
    Storage = new JournalStorage(journal),
    Progress = new Lines(),
});
int finished = study.Trials.Count(trial => trial.State == TrialState.Completed);
Console.WriteLine(finished == 0 ? "A new study." : $"{finished} trials are done, the best with {study.Best.Value:F4}; going on.");
StudyResult<CoffeeConfig> result = study.Run(Taste, 30);
Console.WriteLine($"All {result.Trials.Count} trials are done: {result.Best.Value:F4} with {result.Best.Config}");

// Stands for whatever takes long: training a model, a load test, a cup.
double Taste(CoffeeConfig config)
{
    Thread.Sleep(milliseconds);
    double extraction = config.Seconds * (config.Celsius - 60) / (10 * Math.Sqrt(config.GrindMicrometres));
    return Math.Exp(-Math.Pow(extraction - 4, 2) / 2) * (config.Paper ? 1 : 0.9);
}

/// <summary>How a cup of coffee is made.</summary>
[SearchSpace]
public sealed partial record CoffeeConfig
{
    /// <summary>How fine the beans are ground.</summary>
    [LogUniform(100, 1500)] public double GrindMicrometres { get; init; } = 800;

    /// <summary>How hot the water is.</summary>
    [Uniform(80, 100)] public double Celsius { get; init; } = 93;

    /// <summary>How long the water stays.</summary>
    [Uniform(10, 240)] public int Seconds { get; init; } = 120;

    /// <summary>Whether there is a paper filter.</summary>
    [Choice] public bool Paper { get; init; }
}

/// <summary>Says what is stored, in the moment in which it is.</summary>
internal sealed class Lines : IProgress<StudyProgress>
{
    public void Report(StudyProgress value) => Console.WriteLine($"trial {value.TrialNumber}: {value.TrialValue:F4}");
}
