using System.Globalization;
using System.Text;

namespace HyperTune.Tests;

/// <summary>All that a study's state and a journal's replay hold, as text, to compare two of them.</summary>
internal static class StateText
{
    public static string Of(StudyState state)
    {
        var text = new StringBuilder();
        for (int number = 0; number < state.Trials.Count; number++)
        {
            ref readonly TrialEntry entry = ref state.Trials.Entry(number);
            StoredOutcome? details = state.Trials.Details(number);
            text.Append(CultureInfo.InvariantCulture, $"{number} {entry.State} {entry.Flags & ~TrialFlags.IsAnnounced} {entry.EndIndex} {entry.Duration} ")
                .Append(CultureInfo.InvariantCulture, $"{(entry.State == TrialState.Waiting ? 0 : entry.StartedAt)} {Numbers(state.Trials.Vector(number).Span)} ")
                .Append(CultureInfo.InvariantCulture, $"{Numbers(state.Trials.Values(number).Span)} {string.Join(",", state.Trials.Records(number) ?? [])} {details?.Reason} {details?.Cause} {state.Trials.CostOf(number):R} {Numbers(details?.Gradient)} ")
                .Append(CultureInfo.InvariantCulture, $"{string.Join(",", entry.ReportSpan.ToArray())} {ReportedMetrics(state, number)} {state.Attempts.Interruptions(number)} {state.Attempts.Retries(number)} {state.Attempts.Timeouts(number)} {string.Join(",", state.Attempts.Failed(number).Select(static attempt => $"{attempt.Outcome.Reason} {attempt.Outcome.Cause} {attempt.Outcome.Cost:R} {attempt.StartedAt} {attempt.Duration} {attempt.EndIndex} {attempt.ReopenIndex}"))} {state.Points.Misfit(number)} {state.ParentOf(number)} ")
                .Append(state.Owners.TryGetValue(number, out TrialOwner owner) ? $"{owner}" : "")
                .Append('\n');
        }

        return text
            .Append(CultureInfo.InvariantCulture, $"{string.Join(",", state.Waiting)} {string.Join(",", state.Imported.Keys.Select(static key => key.Hash))} ")
            .Append(CultureInfo.InvariantCulture, $"{state.ChosenSeed} {state.DeclaredLayout?.Outline.Fingerprint} {string.Join(",", state.Trials.Front.Numbers)} {string.Join(",", state.Notes)}")
            .Append(string.Join("\n", state.Unknown.Select(static happened => $"{happened.KindName}: {Encoding.UTF8.GetString(happened.Payload.Span)}")))
            .ToString();
    }

    public static string Of(JournalReplay replay)
    {
        var text = new StringBuilder();
        foreach (JournalStudy study in replay.Studies)
        {
            text.Append(CultureInfo.InvariantCulture, $"{study.Id} {study.Name} {study.FirstName} {study.TrialCount} {study.EventCount} ")
                .AppendJoin(", ", study.FirstDistributions.OrderBy(static entry => entry.Key, StringComparer.Ordinal).Select(static entry => $"{entry.Key} {entry.Value.Json}"))
                .AppendJoin(",", Enumerable.Range(0, study.TrialIds.Count).Select(i => study.TrialIds[i]))
                .Append('\n');
        }

        for (int id = 0; id < replay.TrialCount; id++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{replay.Trial(id)}\n");
        }

        foreach (JournalOpenTrial trial in replay.OpenTrials.Values.OrderBy(static trial => trial.Id))
        {
            text.Append(CultureInfo.InvariantCulture, $"{trial.Id} {trial.Number} {trial.IsRunning} {trial.Owner} {trial.Worker} {trial.Lease} {trial.Interruptions} ")
                .Append(CultureInfo.InvariantCulture, $"{trial.HasExpired} {trial.Failed} {trial.FailedAttempts} {trial.ReportKind} {Numbers(trial.Values)} {trial.Source} {trial.Payload} ")
                .AppendJoin(", ", trial.Layout.Entries.Select(static entry => $"{entry.Name} {entry.Distribution.Json}"))
                .AppendJoin(", ", trial.LaterParameters)
                .AppendJoin(", ", trial.Records ?? new Dictionary<string, RecordValue>())
                .AppendJoin(", ", (trial.Fixed ?? new Dictionary<string, JournalChoice>()).Select(static entry => $"{entry.Key} {entry.Value}"))
                .Append('\n');
        }

        return text.Append(CultureInfo.InvariantCulture, $"{replay.Studies.NextId} {replay.TimeStyle}").ToString();
    }

    private static string ReportedMetrics(StudyState state, int number)
        => string.Join(",", state.Reports.MetricsOf(number).Select(static reported => string.Create(CultureInfo.InvariantCulture, $"{reported.Step}: {Numbers(reported.Values)}")));

    private static string Numbers(ReadOnlySpan<double> numbers) => string.Join(";", numbers.ToArray().Select(static number => number.ToString("R", CultureInfo.InvariantCulture)));
}
