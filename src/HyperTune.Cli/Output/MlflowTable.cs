using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using HyperTune.Studies.Export;

namespace HyperTune.Cli.Output;

/// <summary>Trials as MLflow's <c>search_runs</c> shows runs: a row a trial, with columns for parameters, metrics and tags.</summary>
internal static class MlflowTable
{
    private static readonly string[] Tags = ["tags.mlflow.runName", "tags.study", "tags.trial", "tags.state", "tags.failure"];

    public static void Write(TextWriter writer, RestoredStudy study)
    {
        IReadOnlyList<TrialRecord<RestoredConfig>> trials = study.Result.Trials;
        string[] parameters =
        [
            .. study.Space.Parameters.Select(static parameter => parameter.Name)
                .Concat(trials.Where(static trial => !trial.Fits).SelectMany(static trial => trial.OwnValues()).Select(static value => value.Key))
                .Distinct(StringComparer.Ordinal),
        ];
        string[] parents = trials.Any(static trial => trial.Parent is not null) ? ["tags.parent"] : [];
        TrialCsv.WriteLine(
            writer,
            [
                "run_id", "name", "status", "start_time", "end_time", "duration",
                .. parameters.Select(static name => $"params.{name}"),
                .. study.Metrics.Select(static metric => $"metrics.{metric.Name}"),
                .. Tags,
                .. parents,
            ]);
        foreach (TrialRecord<RestoredConfig> trial in trials)
        {
            Dictionary<string, string> values = new(trial.OwnValues(), StringComparer.Ordinal);
            string name = $"{study.Name}-{NumberFormat.Invariant(trial.Number)}";
            TrialCsv.WriteLine(
                writer,
                [
                    IdOf(study.Name, trial.Number),
                    name,
                    StatusOf(trial.State),
                    trial.Start is { } start ? Time(start) : "",
                    trial.Start + trial.Duration is { } end ? Time(end) : "",
                    trial.Duration is { } duration ? NumberFormat.Invariant(duration.TotalSeconds) : "",
                    .. parameters.Select(parameter => values.GetValueOrDefault(parameter, "")),
                    .. study.Metrics.Select(metric => StudyText.Number(study.HasPlainValue ? trial.Value : StudyText.ValueOf(trial, metric))),
                    name, study.Name, NumberFormat.Invariant(trial.Number), TrialStates.Word(trial.State), trial.FailureReason ?? "",
                    .. parents.Select(_ => trial.Parent is { } parent ? NumberFormat.Invariant(parent) : ""),
                ]);
        }
    }

    // MLflow's own ids have this form. The same trial has the same one at every export.
    private static string IdOf(string study, int trial)
        => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{study.Length}:{study}{NumberFormat.Invariant(trial)}")).AsSpan(0, 16));

    private static string StatusOf(TrialState state) => state switch
    {
        TrialState.Completed => "FINISHED",
        TrialState.Failed => "FAILED",
        TrialState.Waiting => "SCHEDULED",
        TrialState.Running => "RUNNING",
        _ => "KILLED",
    };

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss.ffffff+00:00", CultureInfo.InvariantCulture);
}
