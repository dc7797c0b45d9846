using System.CommandLine;
using HyperTune.Cli.Output;
using HyperTune.Views.Configs;

namespace HyperTune.Cli.Commands;

/// <summary>Lists trials.</summary>
internal sealed class TrialsCommand : StudyCommand
{
    private const string ByNumber = "number";
    private const string ByValue = "value";

    private readonly Option<string[]> _states = new("--state")
    {
        Description = "Only trials in this state; can be given several times.",
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<string> _sort = new("--sort")
    {
        Description = "number, value (the best first; of several objectives the first one) or the name of a metric. Trials without a value come last.",
        DefaultValueFactory = static _ => ByNumber,
    };

    private readonly Option<int?> _limit = new("--limit", "-n") { Description = "How many at most; at least 1." };

    private readonly Option<string> _format = new("--format", "-f") { Description = "A table, or what export writes.", DefaultValueFactory = static _ => "table" };

    public TrialsCommand()
        : base(
            "trials",
            "Lists the trials of a study with their values and configs.",
            "trials digits.journal",
            "trials digits.journal --state completed --sort value --limit 10",
            "trials digits.journal --format csv > trials.csv")
    {
        _states.AcceptOnlyFromAmong([.. Enum.GetValues<TrialState>().Select(TrialStates.Word)]);
        _format.AcceptOnlyFromAmong("table", "csv", "json");
        _limit.Validators.Add(result =>
        {
            if (result.Errors.Any() is false && result.GetValue(_limit) is < 1)
            {
                result.AddError($"--limit is {result.GetValue(_limit)}; it must be at least 1.");
            }
        });
        Add(_states);
        Add(_sort);
        Add(_limit);
        Add(_format);
    }

    protected override void Run(RestoredStudy study, JournalStorage storage, ParseResult line)
    {
        IReadOnlyList<TrialRecord<RestoredConfig>> trials = Select(study, line);
        TextWriter output = OutputOf(line);
        switch (line.GetRequiredValue(_format))
        {
            case "csv":
                study.WriteCsv(output, trials);
                break;
            case "json":
                output.Write(JsonText.Of(writer => study.WriteJson(writer, trials)));
                break;
            default:
                WriteTable(output, study, trials);
                break;
        }
    }

    private TrialRecord<RestoredConfig>[] Select(RestoredStudy study, ParseResult line)
    {
        TrialState[] states = [.. (line.GetValue(_states) ?? []).Select(TrialStates.Parse)];
        IEnumerable<TrialRecord<RestoredConfig>> trials = study.Result.Trials.Where(trial => states.Length == 0 || states.Contains(trial.State));
        string order = line.GetRequiredValue(_sort);
        if (order != ByNumber)
        {
            Metric metric = MetricOf(study, order);
            double sign = metric.Direction == OptimizationDirection.Maximize ? -1 : 1;
            trials = trials.OrderBy(trial => StudyText.ValueOf(trial, metric) is { } value && !double.IsNaN(value) ? sign * value : double.PositiveInfinity)
                .ThenBy(static trial => trial.Number);
        }

        return [.. trials.Take(line.GetValue(_limit) ?? int.MaxValue)];
    }

    private static Metric MetricOf(RestoredStudy study, string name)
        => study.Metrics.FirstOrDefault(metric => metric.Name == name)
            ?? (name == ByValue
                ? study.Objectives[0]
                : throw new CommandException(
                    $"Study '{study.Name}' cannot be sorted by '{name}'; by {ByNumber}, {ByValue}{string.Concat(study.Metrics.Where(static metric => metric.Name != ByValue).Select(static metric => $", {metric.Name}"))}.",
                    ExitCode.Usage));

    private static void WriteTable(TextWriter output, RestoredStudy study, IReadOnlyList<TrialRecord<RestoredConfig>> trials)
    {
        string[] values = study.HasPlainValue ? ["VALUE"] : [.. study.Metrics.Select(static metric => metric.Name)];
        var table = new TextTable(["TRIAL", "STATE", .. values, "SECONDS", "CONFIG"]);
        foreach (TrialRecord<RestoredConfig> trial in trials)
        {
            table.Add(
            [
                NumberFormat.Invariant(trial.Number),
                trial.IsExcluded ? $"{TrialStates.Word(trial.State)}, excluded" : TrialStates.Word(trial.State),
                .. study.Metrics.Select(metric => StudyText.Number(StudyText.ValueOf(trial, metric))),
                trial.Duration is { } duration ? duration.TotalSeconds.ToString("0.###") : "",
                trial.FailureReason is { } reason ? $"{trial.Describe()}: {reason}" : trial.Describe(),
            ]);
        }

        table.Write(output);
    }
}
