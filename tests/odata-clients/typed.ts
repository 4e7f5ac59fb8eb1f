// What a program does that was written against the typed client which odata2ts makes of $metadata: the compiler checks every name and type in it.
import type { ODataHttpClient } from '@odata2ts/http-client-api';
import { ReformGraphService } from './generated/ReformGraphService';

export async function read(address: string, client: ODataHttpClient) {
  const service = new ReformGraphService(client, address);
  const high = await service.riskVillages().query((query, village) =>
    query.select('code', 'level').filter(village.level.eq('HIGH')).orderBy(village.code.desc()).expand('county').count().top(5));
  const one = await service.riskVillages('7').query();
  const area = await service.facilityConsolidations().query((query, facility) =>
    query.select('code', 'floorArea').filter(facility.type.eq('HEALTH_CENTRE').and(facility.county.props.code.eq('county'))).top(1));
  const figures = await service.figures().query((query, figure) => query.filter(figure.value.gt(1000).and(figure.year.isNull())).select('code', 'value'));
  const level: string = one.data.level;
  const value: number = figures.data.value[0].value;
  return {
    high: high.data.value.map((village) => `${village.code} ${village.level} ${village.county?.code}`),
    count: high.data['@odata.count'],
    one: `${one.data.code} ${level}`,
    area: area.data.value.length,
    figures: figures.data.value.map((figure) => figure.code),
    value,
  };
}
