namespace HyperTune;

public sealed partial class Trial<T, TMetrics>
{
    /// <inheritdoc cref="Trial{T}.AddCost"/>
    public void AddCost(double cost) => Inner.AddCost(cost);
}
