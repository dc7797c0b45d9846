namespace HyperTune;

/// <summary>The names under which studies are observed from outside, for instance by OpenTelemetry.</summary>
public static class HyperTuneTelemetry
{
    /// <summary>
    /// The activity source: one <c>hypertune.study</c> activity per run, with the study's name, strategy, seed and the reason it stopped, and inside it
    /// one <c>hypertune.trial</c> activity per trial, with its number, state and value.
    /// </summary>
    public const string ActivitySourceName = "HyperTune";

    /// <summary>
    /// The meter: <c>hypertune.trials</c> counts ended trials and <c>hypertune.trial.duration</c> records how long they ran in seconds, both with the tags
    /// <c>study</c> and <c>state</c>; <c>hypertune.trials.running</c> says how many trials run, with the tag <c>study</c>.
    /// </summary>
    public const string MeterName = "HyperTune";
}
