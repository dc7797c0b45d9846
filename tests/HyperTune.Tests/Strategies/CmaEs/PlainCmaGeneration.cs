using MathNet.Numerics.LinearAlgebra;

namespace HyperTune.Tests;

/// <summary>One generation of CMA-ES as figure 6 of Hansen's tutorial writes it, with matrices and without any care for time.</summary>
internal sealed record PlainCmaGeneration(Vector<double> Mean, double Step, Matrix<double> Covariance, Vector<double> StepPath, Vector<double> CovariancePath, int Generation)
{
    public static PlainCmaGeneration Start(double[] mean, double step)
        => new(Vector<double>.Build.Dense(mean), step, Matrix<double>.Build.DenseIdentity(mean.Length),
            Vector<double>.Build.Dense(mean.Length), Vector<double>.Build.Dense(mean.Length), 0);

    /// <param name="samples">The samples, best first.</param>
    public PlainCmaGeneration Next(double[][] samples)
    {
        int d = Mean.Count;
        int lambda = samples.Length;
        int mu = lambda / 2;
        double[] raw = [.. Enumerable.Range(1, lambda).Select(i => Math.Log((lambda + 1) / 2.0) - Math.Log(i))];
        double muEff = Math.Pow(raw[..mu].Sum(), 2) / raw[..mu].Sum(static w => w * w);
        double muEffMinus = Math.Pow(raw[mu..].Sum(), 2) / raw[mu..].Sum(static w => w * w);
        double c1 = 2 / (Math.Pow(d + 1.3, 2) + muEff);
        double cMu = Math.Min(1 - c1, 2 * (muEff - 2 + (1 / muEff)) / (Math.Pow(d + 2, 2) + muEff));
        double alpha = new[] { 1 + (c1 / cMu), 1 + (2 * muEffMinus / (muEff + 2)), (1 - c1 - cMu) / (d * cMu) }.Min();
        double[] weights = [.. raw.Select(w => w >= 0 ? w / raw.Where(static x => x > 0).Sum() : alpha * w / -raw.Where(static x => x < 0).Sum())];
        double cSigma = (muEff + 2) / (d + muEff + 5);
        double dSigma = 1 + (2 * Math.Max(0, Math.Sqrt((muEff - 1) / (d + 1)) - 1)) + cSigma;
        double cc = (4 + (muEff / d)) / (d + 4 + (2 * muEff / d));
        double chi = Math.Sqrt(d) * (1 - (1.0 / (4 * d)) + (1.0 / (21 * d * d)));

        var evd = Covariance.Evd();
        Matrix<double> inverseRoot = evd.EigenVectors * Matrix<double>.Build.DenseOfDiagonalVector(evd.EigenValues.Map(static v => 1 / Math.Sqrt(v.Real))) * evd.EigenVectors.Transpose();
        Vector<double>[] y = [.. samples.Select(x => (Vector<double>.Build.Dense(x) - Mean) / Step)];
        Vector<double> yw = Enumerable.Range(0, mu).Select(i => weights[i] * y[i]).Aggregate(static (a, b) => a + b);
        Vector<double> stepPath = ((1 - cSigma) * StepPath) + (Math.Sqrt(cSigma * (2 - cSigma) * muEff) * inverseRoot * yw);
        double step = Step * Math.Exp(cSigma / dSigma * ((stepPath.L2Norm() / chi) - 1));
        double h = stepPath.L2Norm() / Math.Sqrt(1 - Math.Pow(1 - cSigma, 2 * (Generation + 1))) < (1.4 + (2.0 / (d + 1))) * chi ? 1 : 0;
        Vector<double> path = ((1 - cc) * CovariancePath) + (h * Math.Sqrt(cc * (2 - cc) * muEff) * yw);
        Matrix<double> covariance = ((1 + (c1 * (1 - h) * cc * (2 - cc)) - c1 - (cMu * weights.Sum())) * Covariance) + (c1 * path.OuterProduct(path));
        for (int i = 0; i < lambda; i++)
        {
            double weight = weights[i] >= 0 ? weights[i] : weights[i] * d / Math.Pow((inverseRoot * y[i]).L2Norm(), 2);
            covariance += cMu * weight * y[i].OuterProduct(y[i]);
        }

        return new PlainCmaGeneration(Mean + (Step * yw), step, covariance, stepPath, path, Generation + 1);
    }
}
