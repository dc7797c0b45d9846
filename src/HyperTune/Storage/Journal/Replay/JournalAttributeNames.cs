namespace HyperTune.Storage.Journal.Replay;

/// <summary>The names of the system attributes that HyperTune writes beside Optuna's own.</summary>
internal static class JournalAttributeNames
{
    /// <summary>Study: what it is called since it was renamed; Optuna goes on showing the first name.</summary>
    public const string Name = "hypertune:name";

    /// <summary>Study: the exact meaning of the space, since Optuna's distributions say less.</summary>
    public const string Space = "hypertune:space";

    /// <summary>Study: the seed, as text, because JavaScript readers lose the digits of large integers.</summary>
    public const string Seed = "hypertune:seed";

    /// <summary>Study: what the keys of its trials' files begin with.</summary>
    public const string Files = "hypertune:files";

    /// <summary>Study: its metrics, where Optuna's directions do not say all of them.</summary>
    public const string Metrics = "hypertune:metrics";

    /// <summary>Study, followed by a number; trial, alone: something that happened for which the format has no record of its own, as a text of JSON.</summary>
    public const string Event = "hypertune:event";

    /// <summary>Trial: what the space is narrowed to for an enqueued one, in the form of <see cref="Space"/>.</summary>
    public const string Narrowing = "hypertune:narrowing";

    /// <summary>Trial: the number of the trial from whose checkpoint it goes on.</summary>
    public const string Parent = "hypertune:parent";

    /// <summary>Trial: the name of the worker that runs it.</summary>
    public const string Worker = "hypertune:worker";

    /// <summary>Trial that runs: the process that looks after it from now on; null for none.</summary>
    public const string Owner = "hypertune:owner";

    /// <summary>Trial: until when its process wants to give the next sign of life.</summary>
    public const string Lease = "hypertune:lease";

    /// <summary>Trial: how often its process ended before it did.</summary>
    public const string Interruptions = "hypertune:interruptions";

    /// <summary>Trial, followed by a number: an attempt that failed, after which the trial waits for the next one, as a text of JSON.</summary>
    public const string Attempt = "hypertune:attempt:";

    /// <summary>Trial: why it failed.</summary>
    public const string Failure = "hypertune:failure";

    /// <summary>Trial: what made it fail, where that is no error.</summary>
    public const string Cause = "hypertune:cause";

    /// <summary>Trial: what its last attempt has cost.</summary>
    public const string Cost = "hypertune:cost";

    /// <summary>Trial: that it was cut short together with its run; to Optuna it failed.</summary>
    public const string Cancelled = "hypertune:cancelled";

    /// <summary>Trial: which trial of which study it was.</summary>
    public const string Imported = "hypertune:imported";

    /// <summary>Trial: what tells an imported trial from others, however often it is imported.</summary>
    public const string ImportKey = "hypertune:import_key";

    /// <summary>Trial: what its reports from now on are values of, where that is not its progress.</summary>
    public const string Reports = "hypertune:reports";

    /// <summary>Trial, followed by the step: all metrics of the report for that step, where the study has several.</summary>
    public const string Report = "hypertune:report:";

    /// <summary>Trial: the raw values of all metrics, where Optuna's values are not all of them.</summary>
    public const string Values = "hypertune:values";

    /// <summary>Trial: the derivatives of the first objective.</summary>
    public const string Gradient = "hypertune:gradient";

    /// <summary>Trial, Optuna's: the values that whoever enqueued the trial wants; its workers use them.</summary>
    public const string FixedParameters = "fixed_params";

    /// <summary>Trial, Optuna's: one number a limit, not positive where it is kept.</summary>
    public const string Constraints = "constraints";

    /// <summary>Trial, Optuna's, followed by the artifact's key: what an artifact is.</summary>
    public const string Artifact = "artifacts:";

    private const string Prefix = "hypertune:";

    /// <summary>Whether an attribute of a study holds something that happened.</summary>
    public static bool IsStudyEvent(string name)
        => name.StartsWith(Event, StringComparison.Ordinal) && name.AsSpan(Event.Length) is [':', ..];

    /// <summary>Whether the attribute says something to HyperTune.</summary>
    public static bool IsKnown(string name) => name.StartsWith(Prefix, StringComparison.Ordinal) || name == FixedParameters;
}
