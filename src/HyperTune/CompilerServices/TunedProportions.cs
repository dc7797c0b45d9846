using System.ComponentModel;
using System.Text.Json;
using HyperTune.Text;

namespace HyperTune.CompilerServices;

/// <summary>Tuned shares of a whole between configs, vectors and JSON: an entry for each share but the last, by stick-breaking. For generated code.</summary>
/// <remarks>
/// With uniform numbers u, the parts u^(1/k) that go on to the k shares behind make every division equally likely (Devroye, Non-Uniform Random Variate
/// Generation, 1986, chapter V.2). The part and not the share is what is kept, because near 0 a double has digits to spare, and near 1 it has none.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class TunedProportions : TunedList<double>
{
    // Shares are whole multiples of 1e-12, so that what is left after a share is exact: a vector's shares give that vector again, and those of 0.2 are 0.2.
    private const int Decimals = 12;

    // How far the sum of shares that somebody wrote may be from 1.
    private const double Tolerance = 1e-9;

    private static readonly UniformDistribution Break = new(0, 1);

    private readonly int _count;

    /// <summary>Creates the shares.</summary>
    /// <param name="name">The member's own name.</param>
    /// <param name="count">How many shares there are.</param>
    public TunedProportions(string name, int count)
        : base(name, count, count, stride: 1)
        => _count = count;

    /// <inheritdoc/>
    public override int DimensionCount => _count - 1;

    /// <summary>Creates the parameters.</summary>
    /// <param name="scope">Where the member lies.</param>
    /// <param name="description">What the user's documentation says of the member.</param>
    public ProportionsParameters CreateParameters(SpaceScope scope, string? description = null)
    {
        var breaks = new RangeParameter<double>[DimensionCount];
        for (int i = 0; i < breaks.Length; i++)
        {
            SpaceScope part = scope.Element(i, i, scope.Condition);
            breaks[i] = new RangeParameter<double>(part.Prefix, part.Offset, Break, part.Default(0, EqualBreak(i)), static value => value, static value => value, part.Condition) { Description = description };
        }

        return new ProportionsParameters(scope.Prefix, [.. breaks]);
    }

    /// <inheritdoc/>
    public override double[] Decode(ReadOnlySpan<double> vector)
    {
        double[] shares = new double[_count];
        double left = 1;
        for (int i = 0; i < DimensionCount; i++)
        {
            double next = Math.Round(left * Math.Pow(vector[i], 1.0 / Behind(i)), Decimals);
            shares[i] = Math.Round(left - next, Decimals);
            left = next;
        }

        shares[^1] = left;
        return shares;
    }

    /// <inheritdoc/>
    public override void Encode(ListItems<double> list, Span<double> vector)
    {
        vector[..DimensionCount].Fill(double.NaN);
        if (!IsWhole(list))
        {
            return;
        }

        double left = 1;
        for (int i = 0; i < DimensionCount; i++)
        {
            double next = Math.Round(Math.Clamp(left - list.Items[i], 0, left), Decimals);

            // Where nothing is left, nobody can tell how it would have been broken.
            vector[i] = left > 0 ? Math.Pow(next / left, Behind(i)) : EqualBreak(i);
            left = next;
        }
    }

    /// <inheritdoc/>
    public override void SampleVector(ref RandomStream random, Span<double> vector)
    {
        for (int i = 0; i < DimensionCount; i++)
        {
            vector[i] = Break.FromUnit(random.NextUnit());
        }
    }

    /// <summary>Adds what is wrong with shares.</summary>
    /// <param name="errors">Receives the errors.</param>
    /// <param name="parameters">The parameters.</param>
    /// <param name="list">The shares.</param>
    public void Validate(ICollection<ValidationError> errors, ProportionsParameters parameters, ListItems<double> list)
    {
        int before = errors.Count;
        ReadOnlySpan<double> shares = StartChecking(errors, parameters.Name, list);
        double sum = 0;
        for (int i = 0; i < shares.Length; i++)
        {
            sum += shares[i];
            if (!(shares[i] >= 0))
            {
                errors.Add(new ValidationError($"{parameters.Name}[{i}]", $"{NumberFormat.Invariant(shares[i])} is not allowed. Allowed: at least 0."));
            }
        }

        if (errors.Count == before && !IsOne(sum))
        {
            errors.Add(new ValidationError(parameters.Name, $"The sum {NumberFormat.Invariant(sum)} is not allowed. Allowed: 1."));
        }
    }

    private protected override double DefaultItem(int index) => 1.0 / _count;

    private protected override void WriteItem(Utf8JsonWriter writer, double item) => ConfigJson.Write(writer, item);

    private protected override double ReadItem(ref Utf8JsonReader reader) => ConfigJson.ReadDouble(ref reader, Name);

    private static bool IsOne(double sum) => Math.Abs(sum - 1) <= Tolerance;

    private bool IsWhole(ListItems<double> list)
    {
        double sum = 0;
        foreach (double share in list.Items)
        {
            if (!(share >= 0))
            {
                return false;
            }

            sum += share;
        }

        return list.Items.Length == _count && IsOne(sum);
    }

    // How many shares there are behind one.
    private int Behind(int share) => _count - 1 - share;

    private double EqualBreak(int share) => Math.Pow(Behind(share) / (Behind(share) + 1.0), Behind(share));
}
