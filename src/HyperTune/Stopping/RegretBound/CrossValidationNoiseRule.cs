namespace HyperTune.Stopping.RegretBound;

/// <summary>A bound of the regret is below the noise of the cross-validation.</summary>
internal sealed class CrossValidationNoiseRule : StoppingRule
{
    internal override StopReason Reason => StopReason.WithinNoise;

    public override string ToString() => "CrossValidationNoise";

    internal override StoppingRun Start(StoppingContext context) => new CrossValidationNoiseRun(context);
}
