namespace ForwardMode;

/// <summary>A number together with its derivatives by three others: what is computed from such numbers has its derivatives, too.</summary>
/// <param name="Value">The number.</param>
/// <param name="First">The derivative by the first of the three.</param>
/// <param name="Second">The derivative by the second.</param>
/// <param name="Third">The derivative by the third.</param>
internal readonly record struct Dual(double Value, double First = 0, double Second = 0, double Third = 0)
{
    public static implicit operator Dual(double value) => new(value);

    public static Dual operator +(Dual a, Dual b) => new(a.Value + b.Value, a.First + b.First, a.Second + b.Second, a.Third + b.Third);

    public static Dual operator -(Dual a, Dual b) => a + (-1 * b);

    public static Dual operator *(Dual a, Dual b) => new(
        a.Value * b.Value, (a.First * b.Value) + (a.Value * b.First), (a.Second * b.Value) + (a.Value * b.Second), (a.Third * b.Value) + (a.Value * b.Third));

    public static Dual operator *(double a, Dual b) => new(a * b.Value, a * b.First, a * b.Second, a * b.Third);

    /// <summary>1 / (1 + exp(-x)).</summary>
    public static Dual Sigmoid(Dual x) => 1 / (1 + Math.Exp(-x.Value)) is var value ? x.Through(value, value * (1 - value)) : default;

    /// <summary>ln(1 + exp(x)).</summary>
    public static Dual SoftPlus(Dual x) => x.Through(Math.Max(x.Value, 0) + Math.Log(1 + Math.Exp(-Math.Abs(x.Value))), 1 / (1 + Math.Exp(-x.Value)));

    // The chain rule.
    private Dual Through(double value, double slope) => new(value, slope * First, slope * Second, slope * Third);
}
