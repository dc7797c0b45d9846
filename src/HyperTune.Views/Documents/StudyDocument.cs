using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using HyperTune.Models.Importance;
using HyperTune.Spaces.Coding;
using HyperTune.Views.Configs;

namespace HyperTune.Views.Documents;

/// <summary>A study as the JSON that its page draws: <c>StudyData</c> in <c>Web/src/data.ts</c> says what each member means.</summary>
/// <param name="columns">Writes the trials; the same for every writing of a study, so that what it writes later fits what it wrote before.</param>
internal sealed class StudyDocument(TrialColumns columns)
{
    private static readonly (string Label, string Format)[] Codes = [("C#", "csharp"), ("JSON", "json"), ("Settings", "appsettings"), ("Env", "env"), ("Args", "args")];

    public static StudyDocument For(StudySource study) => new(new TrialColumns(study.Metrics, study.Space.DimensionCount));

    /// <summary>Writes the study and all trials.</summary>
    /// <param name="writer">Receives one object.</param>
    /// <param name="study">The study.</param>
    /// <param name="sequence">The number of the state, for what follows it; <see langword="null"/> where nothing does.</param>
    public void Write(Utf8JsonWriter writer, StudySource study, long? sequence = null)
    {
        writer.WriteStartObject();
        if (sequence is { } number)
        {
            writer.WriteNumber("sequence", number);
        }

        WriteHead(writer, study);
        DateTimeOffset? begin = BeginOf(study.Trials);
        writer.WriteStartObject("trials");
        writer.WriteNumber("count", study.Trials.Length);
        ParameterDocument.Nullable(writer, "begin", begin?.ToUnixTimeMilliseconds());
        writer.WriteBoolean("areWorkersKnown", study.Trials.Any(static trial => trial.Worker is not null));
        writer.WriteString("stepName", StepName(study.Trials));
        columns.Write(writer, study.Trials, WorkerLanes.Of(study.Trials), begin);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    /// <summary>Writes what is new since an earlier writing: the trials that changed, and all that is not about single trials.</summary>
    /// <param name="writer">Receives one object.</param>
    /// <param name="study">The study as it is now.</param>
    /// <param name="changed">The trials that changed, in ascending order.</param>
    /// <param name="withHead">Whether the rest changed, too.</param>
    /// <param name="sequence">The number of the state that the patch leads to.</param>
    public void WritePatch(Utf8JsonWriter writer, StudySource study, IReadOnlyList<TrialRow> changed, bool withHead, long sequence)
    {
        DateTimeOffset? begin = BeginOf(study.Trials);
        writer.WriteStartObject();
        writer.WriteNumber("sequence", sequence);
        writer.WriteNumber("count", study.Trials.Length);
        ParameterDocument.Nullable(writer, "begin", begin?.ToUnixTimeMilliseconds());
        writer.WriteStartObject("rows");
        writer.WriteStartArray("index");
        foreach (TrialRow row in changed)
        {
            writer.WriteNumberValue(row.Number);
        }

        writer.WriteEndArray();
        columns.Write(writer, changed, WorkerLanes.Of(study.Trials), begin);
        writer.WriteEndObject();
        writer.WriteStartObject("rest");
        if (withHead)
        {
            WriteHead(writer, study);
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    /// <summary>When the first trial started; <see langword="null"/> where none has.</summary>
    internal static DateTimeOffset? BeginOf(ImmutableArray<TrialRow> trials) => trials.Min(static trial => trial.StartedAt);

    private static string StepName(ImmutableArray<TrialRow> trials)
        => trials.Any(static trial => trial.Reports is [{ Kind: ReportKind.Instance }, ..]) ? "instance" : "step";

    private static void WriteHead(Utf8JsonWriter writer, StudySource study)
    {
        TrialRow? best = study.Best;
        writer.WriteString("name", study.Name);
        writer.WriteString("space", study.SpaceName);
        writer.WriteString("fingerprint", study.IsSpaceDeclared ? study.Space.Fingerprint : "");
        Texts(writer, "facts", StudyFacts.Of(study));
        Texts(writer, "summary", study.Sentences);
        MetricDocument.Write(writer, study.Metrics);
        WriteParameters(writer, study);
        ParameterDocument.Nullable(writer, "best", best?.Number);
        writer.WriteString("bestReason", study.BestReason);
        writer.WriteStartArray("front");
        foreach (int number in study.Objectives.Length > 1 ? study.Front : [])
        {
            writer.WriteNumberValue(number);
        }

        writer.WriteEndArray();
        WriteCode(writer, study, best);
        ParameterDocument.Nullable(writer, "defaults", DefaultsTrial(study)?.Number);
        ParameterDocument.Nullable(writer, "noise", study.Choice is { IsNoisy: true } noisy ? noisy.NoiseDeviation : null);
        ParameterDocument.Nullable(writer, "expected", study.Choice is { } choice && best is not null ? study.Objectives[0].ToLoss(choice.MeanOf(best.Number)) : null);
        WriteImportance(writer, study);
        HintDocument.Write(writer, study.Hints);
        HypervolumeDocument.Write(writer, study);
        writer.WriteString("pruning", study.PrunerExplanation);
        writer.WriteStartArray("notes");
        foreach ((string name, string text) in study.Notes)
        {
            writer.WriteStartArray();
            writer.WriteStringValue(name);
            writer.WriteStringValue(text);
            writer.WriteEndArray();
        }

        writer.WriteEndArray();
    }

    private static void Texts(Utf8JsonWriter writer, string name, IEnumerable<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (string text in texts)
        {
            writer.WriteStringValue(text);
        }

        writer.WriteEndArray();
    }

    private static void WriteParameters(Utf8JsonWriter writer, StudySource study)
    {
        ReadOnlySpan<double> initial = study.DefaultVector is { } vector ? vector.Span : default;
        writer.WriteStartArray("parameters");
        foreach (Parameter parameter in study.Space.Parameters)
        {
            ParameterDocument.Write(writer, parameter, study.Trials, initial.IsEmpty ? null : initial[parameter.Index]);
        }

        writer.WriteEndArray();
    }

    private static void WriteCode(Utf8JsonWriter writer, StudySource study, TrialRow? best)
    {
        writer.WriteStartArray("code");
        if (best is not null && study.ConfigOf(best.Number) is { } config)
        {
            string title = string.Create(CultureInfo.InvariantCulture, $"Trial {best.Number} of study '{study.Name}'");
            foreach ((string label, string format) in Codes)
            {
                writer.WriteStartObject();
                writer.WriteString("label", label);
                writer.WriteString("text", ConfigFormat.Write(format, (JsonObject)config.DeepClone(), format == "appsettings" ? study.Name : "", title).TrimEnd('\n'));
                writer.WriteEndObject();
            }
        }

        writer.WriteEndArray();
    }

    /// <summary>The first trial that ran the program's defaults; <see langword="null"/> for none.</summary>
    internal static TrialRow? DefaultsTrial(StudySource study)
        => study.DefaultVector is { } defaults
            ? study.Trials.FirstOrDefault(trial => trial.State == TrialState.Completed && trial.Fits && !trial.IsExcluded && VectorComparer.Instance.Equals(trial.Vector, defaults))
            : null;

    private static void WriteImportance(Utf8JsonWriter writer, StudySource study)
    {
        writer.WriteStartArray("importance");
        foreach (Metric? objective in study.Objectives.Length > 1 ? [.. study.Objectives, null] : (IEnumerable<Metric?>)study.Objectives)
        {
            writer.WriteStartObject();
            writer.WriteString("of", objective?.Name ?? "front");
            writer.WriteStartArray("rows");
            string explanation;
            try
            {
                ParameterImportances importances = study.ImportanceFor(objective);
                foreach (ParameterImportance importance in importances.Where(static importance => importance.Value > 0))
                {
                    writer.WriteStartObject();
                    writer.WriteNumber("parameter", importance.Parameter.Index);
                    writer.WriteNumber("share", Math.Round(importance.Value, 5));
                    writer.WriteNumber("low", Math.Round(importance.Low, 5));
                    writer.WriteNumber("high", Math.Round(importance.High, 5));
                    writer.WriteEndObject();
                }

                explanation = importances.Explanation;
            }
            catch (InvalidOperationException exception)
            {
                // Too few trials completed: the page says so in the place of the plot.
                explanation = exception.Message;
            }

            writer.WriteEndArray();
            writer.WriteString("explanation", explanation);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
