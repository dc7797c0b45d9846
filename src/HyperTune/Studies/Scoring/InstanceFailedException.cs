namespace HyperTune;

/// <summary>
/// Says on which fold, or in which repeat, the objective threw (<see cref="Trial{T}.CrossValidateAsync"/>, <see cref="Trial{T}.RepeatAsync"/>). A run that it
/// ends up in takes it for what was thrown, <see cref="Exception.InnerException"/>, and keeps the message as the trial's reason.
/// </summary>
public sealed class InstanceFailedException : Exception
{
    internal InstanceFailedException(string instance, int number, Exception cause)
        : base($"{instance}: {cause.GetType().Name}: {cause.Message}", cause) => Number = number;

    /// <summary>The number of the fold or the repeat, counted from 0.</summary>
    public int Number { get; }
}
