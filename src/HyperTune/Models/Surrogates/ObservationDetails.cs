namespace HyperTune.Models.Surrogates;

/// <summary>What a trial has in studies with several objectives, limits, derivatives or standard errors. Apart, because the others may have very many trials.</summary>
/// <param name="Losses">All objectives, smaller is better, where there are several; otherwise empty.</param>
/// <param name="Excess">By how much each limit is exceeded; empty where there are none.</param>
/// <param name="Gradient">The derivatives by the unit coordinates; <see langword="null"/> where there are none.</param>
/// <param name="StandardError">The standard error of the value; <see langword="null"/> where it is not known.</param>
internal sealed record ObservationDetails(ReadOnlyMemory<double> Losses, ReadOnlyMemory<double> Excess, double[]? Gradient, double? StandardError)
{
    /// <summary>The details of a trial, if it has any.</summary>
    public static ObservationDetails? Of(ReadOnlyMemory<double> losses, ReadOnlyMemory<double> excess, double[]? gradient, double? standardError)
        => losses.IsEmpty && excess.IsEmpty && gradient is null && standardError is null ? null : new ObservationDetails(losses, excess, gradient, standardError);
}
