namespace HyperTune.Strategies.Tpe;

/// <summary>Lets lists grow by an eighth instead of twofold: they hold one element a trial, and there may be very many trials.</summary>
internal static class ListGrowth
{
    private const int Smallest = 16;

    public static void Add<T>(List<T> list, T item) => Insert(list, list.Count, item);

    public static void Insert<T>(List<T> list, int index, T item)
    {
        if (list.Count == list.Capacity)
        {
            list.Capacity = Math.Max(Smallest, list.Count + (list.Count / 8));
        }

        list.Insert(index, item);
    }
}
