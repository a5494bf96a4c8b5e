/**
 * How much is seeded, and for how long things are measured.
 *
 * @param busy tenants with tickets
 * @param all tenants in all, the others empty
 * @param tickets tickets of each busy tenant
 * @param seconds length of one measurement
 * @param warmUp seconds of load before anything is measured warm
 * @param created tenants made one by one to time it
 */
record Scale(int busy, int all, int tickets, int seconds, int warmUp, int created) {

    static final Scale FULL = new Scale(200, 1_000, 2_000, 15, 40, 20);
    static final Scale QUICK = new Scale(5, 12, 200, 2, 4, 3);
}
