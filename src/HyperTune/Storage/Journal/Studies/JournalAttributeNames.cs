namespace HyperTune;

/// <summary>The names of the system attributes that HyperTune writes beside Optuna's own.</summary>
internal static class JournalAttributeNames
{
    /// <summary>Study: the exact meaning of the space, since Optuna's distributions say less.</summary>
    public const string Space = "hypertune:space";

    /// <summary>Study: the seed, as text, because JavaScript readers lose the digits of large integers.</summary>
    public const string Seed = "hypertune:seed";

    /// <summary>Trial: the name of the worker that runs it.</summary>
    public const string Worker = "hypertune:worker";

    /// <summary>Trial: until when its process wants to give the next sign of life.</summary>
    public const string Lease = "hypertune:lease";

    /// <summary>Trial: how often its process ended before it did.</summary>
    public const string Interruptions = "hypertune:interruptions";

    /// <summary>Trial: why it failed.</summary>
    public const string Failure = "hypertune:failure";

    /// <summary>Trial: which trial of which study it was.</summary>
    public const string Imported = "hypertune:imported";

    /// <summary>Trial, Optuna's: the values that whoever enqueued the trial wants; its workers use them.</summary>
    public const string FixedParameters = "fixed_params";
}
