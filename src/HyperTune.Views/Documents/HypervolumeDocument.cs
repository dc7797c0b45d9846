using System.Text.Json;
using HyperTune.Numerics.Pareto;

namespace HyperTune.Views.Documents;

/// <summary>How the front of a study grew, as the volume that it dominates.</summary>
internal static class HypervolumeDocument
{
    // Without a reference, one a tenth of the range behind the worst that completed: so that the ends of the front count, too.
    private const double Margin = 0.1;

    // The volume of a front takes time that grows fast with the objectives.
    private const int MostObjectives = 4;

    public static void Write(Utf8JsonWriter writer, StudySource study)
    {
        if (study.Objectives.Length is < 2 or > MostObjectives || Reference(study) is not { } reference)
        {
            writer.WriteNull("hypervolume");
            return;
        }

        writer.WriteStartObject("hypervolume");
        writer.WriteStartArray("reference");
        for (int i = 0; i < reference.Length; i++)
        {
            writer.WriteNumberValue(study.Objectives[i].ToLoss(reference[i]));
        }

        writer.WriteEndArray();
        writer.WriteBoolean("isGiven", study.Reference is not null);
        writer.WriteStartArray("values");
        var front = new List<double[]>();
        double volume = 0;
        foreach (TrialRow trial in study.Trials)
        {
            if (LossesOf(study, trial) is { } losses && !front.Exists(other => Domination.IsNowhereWorse(other, losses)))
            {
                front.RemoveAll(other => Domination.Dominates(losses, other));
                front.Add(losses);
                volume = Hypervolume.Of(front, reference);
            }

            writer.WriteNumberValue(volume);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static double[]? Reference(StudySource study)
    {
        if (study.Reference is { } given)
        {
            return given;
        }

        List<double[]> all = [.. study.Trials.Select(trial => LossesOf(study, trial)).OfType<double[]>()];
        return all.Count == 0 ? null : [.. study.Objectives.Select((_, i) =>
        {
            double worst = all.Max(losses => losses[i]);
            double best = all.Min(losses => losses[i]);
            return worst + (Margin * (worst > best ? worst - best : 1));
        })];
    }

    // Of a trial that completed within the limits.
    private static double[]? LossesOf(StudySource study, TrialRow trial)
    {
        if (trial.State != TrialState.Completed || !trial.Fits || trial.IsExcluded || trial.Values.IsEmpty)
        {
            return null;
        }

        foreach (Metric metric in study.Metrics)
        {
            if (metric.Violation(trial.Values.Span[metric.Index]) > 0)
            {
                return null;
            }
        }

        return [.. study.Objectives.Select(objective => objective.ToLoss(trial.Values.Span[objective.Index]))];
    }
}
