using HyperTune.Models.GaussianProcesses;
using HyperTune.Numerics;
using HyperTune.Numerics.Normal;
using HyperTune.Numerics.Sobol;

namespace HyperTune.Strategies.Bayesian.Acquisition;

/// <summary>Draws of what the running trials may turn out to be.</summary>
/// <remarks>
/// Under a draw z of independent normals the running trials end at F = mean + L z, L being their block of the Cholesky factor, and the mean anywhere
/// else moves by the whitened covariances with the running trials times z.
/// </remarks>
internal sealed class Fantasies
{
    /// <summary>The number of draws: few suffice, because the expectation over the candidate's own outcome is in closed form.</summary>
    public const int Count = 32;

    private readonly double[] _draws;
    private readonly double[] _targets;

    /// <param name="process">The process with the running trials appended.</param>
    /// <param name="pendingMeans">The means at the running trials.</param>
    /// <param name="target">The value to improve on before any of them ends.</param>
    /// <param name="lowersTarget">Whether an outcome of a running trial is itself a value to improve on.</param>
    /// <param name="seed">The seed of the draws.</param>
    public Fantasies(GaussianProcess process, ReadOnlySpan<double> pendingMeans, double target, bool lowersTarget, ulong seed)
    {
        PendingCount = pendingMeans.Length;
        _draws = new double[Count * PendingCount];
        _targets = new double[Count];
        var sequence = new SobolSequence(PendingCount, seed);
        var shifts = new double[PendingCount];
        for (int draw = 0; draw < Count; draw++)
        {
            Span<double> normals = _draws.AsSpan(draw * PendingCount, PendingCount);
            sequence.Fill((uint)draw, normals);
            _targets[draw] = target;
            for (int i = 0; i < PendingCount; i++)
            {
                normals[i] = StandardNormal.Quantile(normals[i]);

                // The process holds the inverse of L: L^-1 shift = z by forward substitution.
                ReadOnlySpan<double> row = process.InverseRow(process.OutputCount + i)[process.OutputCount..];
                shifts[i] = (normals[i] - SimdMath.Dot(row, shifts, i)) / row[i];
                if (lowersTarget)
                {
                    _targets[draw] = Math.Min(_targets[draw], pendingMeans[i] + shifts[i]);
                }
            }
        }
    }

    /// <summary>The number of running trials.</summary>
    public int PendingCount { get; }

    /// <summary>The value to improve on under one draw.</summary>
    public double Target(int draw) => _targets[draw];

    /// <summary>The normals of one draw, one a running trial.</summary>
    public ReadOnlySpan<double> Normals(int draw) => _draws.AsSpan(draw * PendingCount, PendingCount);
}
