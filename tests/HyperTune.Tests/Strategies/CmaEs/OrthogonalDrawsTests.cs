namespace HyperTune.Tests;

public sealed class OrthogonalDrawsTests
{
    private const int Dimensions = 5;

    [Theory]
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(12)]
    public void Vectors_of_a_group_are_orthogonal_in_whatever_order_they_are_asked_for(int population)
    {
        int size = Math.Min(population, Dimensions);
        double[][] vectors = Draw(population, 4 * size);
        var again = new OrthogonalDraws(8, Dimensions);
        double[] vector = new double[Dimensions];
        foreach (int number in Enumerable.Range(0, vectors.Length).Reverse())
        {
            again.Fill(number, population, vector);
            Assert.Equal(vectors[number], vector);
            foreach (int other in Enumerable.Range(number / size * size, size).Where(other => other != number))
            {
                Assert.Equal(0, vectors[number].Zip(vectors[other], static (a, b) => a * b).Sum(), 10);
            }
        }
    }

    [Fact]
    public void Each_vector_by_itself_is_standard_normal()
    {
        const int Count = 20_000;
        double[][] vectors = Draw(population: 5, Count);
        for (int j = 0; j < Dimensions; j++)
        {
            // Six standard deviations of a mean of 20,000, and of a mean of squares.
            Assert.InRange(vectors.Average(vector => vector[j]), -0.0425, 0.0425);
            Assert.InRange(vectors.Average(vector => vector[j] * vector[j]), 1 - 0.06, 1 + 0.06);
        }
    }

    private static double[][] Draw(int population, int count)
    {
        var draws = new OrthogonalDraws(8, Dimensions);
        double[][] vectors = [.. Enumerable.Range(0, count).Select(static _ => new double[Dimensions])];
        for (int number = 0; number < count; number++)
        {
            draws.Fill(number, population, vectors[number]);
        }

        return vectors;
    }
}
